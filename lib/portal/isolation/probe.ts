import { CitadelError } from "@/lib/platform/errors";
import type { MarkerKind } from "@/lib/portal/isolation/markers";
import type { PlantedProject } from "@/lib/portal/isolation/plant";

/** The ways in which one project is asked for what another one holds. */
export const PROBE_KINDS = [
  "marker",
  "paraphrase",
  "injection",
  "search",
  "foreign-document",
  "foreign-filter",
  "foreign-chunk",
  "foreign-session",
  "foreign-header",
  "foreign-body",
  "export",
  "after-rotation",
  "revoked-key",
  "after-deletion",
] as const;

/** One of {@link PROBE_KINDS}. */
export type ProbeKind = (typeof PROBE_KINDS)[number];

/** What a probe brought to light: nothing, an answer where a refusal was due, or a secret of the other project. */
export type Outcome = "held" | "answered" | "leaked";

/** One question across the wall. */
export interface Probe {
  kind: ProbeKind;
  /** How the secret that was asked for is hidden; absent where no single one was asked for. */
  marker?: MarkerKind;
  /** What was tried, without the secret itself. */
  what: string;
  outcome: Outcome;
}

/** What came back, as text to be searched, and whether it claims to be an answer. */
export interface Response {
  text: string;
  answered: boolean;
}

/** Asks and turns whatever comes back into text; an error's sentence counts as well. */
export async function responseOf(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask();
  } catch (thrown) {
    if (thrown instanceof CitadelError) return { text: `${thrown.code} ${thrown.message} ${JSON.stringify(thrown.errors ?? [])}`, answered: false };
    throw thrown;
  }
}

/** Judges a response to a question that only the other project could answer. */
export function judge(response: Response, other: PlantedProject): Outcome {
  if (betrays(response.text, other)) return "leaked";
  return response.answered ? "answered" : "held";
}

/** Whether a text holds a secret, an id or a whole file’s digest of a project. Ids that the probe itself sent do not come back either: foreign is absent. */
export function betrays(text: string, { markers, digests, projectId, documentIds, chunkId, messageId, sessionId, keyId }: PlantedProject): boolean {
  const folded = fold(text);
  const ids = [projectId, keyId, sessionId, chunkId, messageId, ...documentIds.values(), ...digests];
  return [...markers.map(({ secret }) => secret), ...ids].some((secret) => folded.includes(fold(secret)));
}

function fold(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}
