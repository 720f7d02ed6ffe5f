import { z } from "zod";

import type { Controls } from "@/lib/portal/isolation/controls";
import { MARKER_KINDS } from "@/lib/portal/isolation/markers";
import { type Outcome, type Probe, PROBE_KINDS } from "@/lib/portal/isolation/probe";

/** Version of the prover: of what is tried and how it is judged. */
const PROVER_VERSION = 4;
/** Failures that a report lists one by one. */
const MOST_LISTED = 50;

const counts = z.object({ probes: z.int(), answered: z.int(), leaked: z.int() });

/** What was tried and what came of it, as it is signed and handed out. It holds no secret of the disposable projects. */
export const proofReport = z.object({
  id: z.string(),
  proverVersion: z.int(),
  /** `embedded`, or the engine's address. */
  engine: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** sha256 of the planted files. */
  plantedDigest: z.string(),
  /** `holds`: nothing came across. `leaks`: something did. `void`: a project did not find its own secrets, or the engine could not read a planted file, so nothing is proven. */
  verdict: z.enum(["holds", "leaks", "void"]),
  /** Questions across the wall; of those, answers where a refusal was due (without a secret in them), and leaks. */
  ...counts.shape,
  byKind: z.record(z.string(), counts),
  /** The same by how the secret that was asked for was hidden; reports of a prover before version 3 have it not. */
  byMarker: z.record(z.string(), counts).optional(),
  /** Positive controls: each project's search for its own secrets. */
  controls: z.object({ tried: z.int(), missed: z.array(z.string()) }),
  /** What did not hold, in words. */
  failures: z.array(z.object({ kind: z.string(), what: z.string(), outcome: z.enum(["answered", "leaked"]) })),
});

/** What was tried and what came of it. */
export type ProofReport = z.output<typeof proofReport>;

type Facts = Pick<ProofReport, "id" | "engine" | "startedAt" | "finishedAt" | "plantedDigest">;

/** Writes the report of a run. */
export function tally(facts: Facts, probes: readonly Probe[], controls: Controls): ProofReport {
  const count = (some: readonly Probe[]) => ({ probes: some.length, answered: having(some, "answered").length, leaked: having(some, "leaked").length });
  const total = count(probes);
  const failed = [...having(probes, "leaked"), ...having(probes, "answered")];
  return {
    ...facts,
    proverVersion: PROVER_VERSION,
    verdict: total.leaked > 0 ? "leaks" : controls.missed.length > 0 ? "void" : "holds",
    ...total,
    byKind: Object.fromEntries(PROBE_KINDS.map((kind) => [kind, count(probes.filter((probe) => probe.kind === kind))])),
    byMarker: Object.fromEntries(MARKER_KINDS.map((marker) => [marker, count(probes.filter((probe) => probe.marker === marker))])),
    controls: { tried: controls.tried, missed: [...new Set(controls.missed)] },
    failures: failed.slice(0, MOST_LISTED).flatMap(({ kind, what, outcome }) => (outcome === "held" ? [] : [{ kind, what, outcome }])),
  };
}

function having(probes: readonly Probe[], outcome: Outcome): Probe[] {
  return probes.filter((probe) => probe.outcome === outcome);
}
