import { createHash, randomUUID } from "node:crypto";

import { askAcross } from "@/lib/portal/isolation/across";
import { afterDeletion, afterRotation } from "@/lib/portal/isolation/changes";
import { positiveControls } from "@/lib/portal/isolation/controls";
import { type PlantedProject, plant } from "@/lib/portal/isolation/plant";
import type { Probe } from "@/lib/portal/isolation/probe";
import type { ProofTarget } from "@/lib/portal/isolation/proof-target";
import { type ProofReport, tally } from "@/lib/portal/isolation/proof-report";

/** How much is asked. */
export interface ProofOptions {
  /** Marked files of text in each of the two projects, beside its scan; a file is 62 probes. */
  files: number;
  /** What the engine is called in the report: `embedded`, or its address. */
  engine: string;
  signal?: AbortSignal;
}

/** Probes of one file in each project, in both directions; and those that do not depend on how many files there are. */
const PROBES_A_FILE = 62;
const PROBES_IN_ANY_CASE = 59;

/** How many marked files a project needs for at least so many probes. */
export function filesFor(probes: number): number {
  return Math.max(1, Math.ceil((probes - PROBES_IN_ANY_CASE) / PROBES_A_FILE));
}

/**
 * Proves by trying: makes two disposable projects with secrets, sees that each finds its own, asks each for the other's in every way, and removes
 * them again.
 *
 * @throws CitadelError when the engine does not answer; then nothing was proven
 */
export async function runProof(target: ProofTarget, { files, engine, signal }: ProofOptions): Promise<ProofReport> {
  const startedAt = new Date();
  const made: string[] = [];
  const remember = (id: string) => void made.push(id);
  try {
    const left = await plant(target, "observatory", files, remember);
    const right = await plant(target, "bakery", files, remember);
    const controls = await Promise.all([positiveControls(left), positiveControls(right)]);
    const probes: Probe[] = [];
    for (const [asker, other] of [[left, right], [right, left]] as const) {
      for await (const probe of askAcross(target, asker, other)) {
        signal?.throwIfAborted();
        probes.push(probe);
      }
    }
    for await (const probe of afterRotation(target, left, right)) probes.push(probe);
    for await (const probe of afterDeletion(right, { ...left, ...(await freshKey(target, left)) })) probes.push(probe);
    const facts = { id: `proof_${randomUUID()}`, engine, startedAt: startedAt.toISOString(), finishedAt: new Date().toISOString(), plantedDigest: digestOfPlanted([left, right]) };
    return tally(facts, probes, { tried: sum(controls.map(({ tried }) => tried)), missed: controls.flatMap(({ missed }) => missed) });
  } finally {
    for (const id of made) await target.admin.deleteProject(id).catch(() => undefined);
  }
}

async function freshKey(target: ProofTarget, { projectId }: PlantedProject): Promise<Pick<PlantedProject, "key" | "keyId" | "client">> {
  const { id, key } = await target.admin.issueKey(projectId, { name: "isolation proof, deletion" });
  return { keyId: id, key, client: target.client(key) };
}

/** sha256, in hex, of everything that was planted: with the files kept, anyone can see that this is what was asked for. */
function digestOfPlanted(projects: readonly PlantedProject[]): string {
  const hash = createHash("sha256");
  for (const { files } of projects) for (const { name, bytes } of files) hash.update(`${name}\n`).update(bytes).update("\n");
  return hash.digest("hex");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
