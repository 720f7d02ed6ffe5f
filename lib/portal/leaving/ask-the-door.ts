import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import { toCitadelError } from "@/lib/platform/errors";
import type { ReceiptPayload } from "@/lib/portal/leaving/receipt";

type Probe = ReceiptPayload["probes"][number];

/** What the prover asks of a project that must not be there any more, with its old key: each must be refused. */
const QUESTIONS: readonly (readonly [string, (client: EngineClient) => Promise<unknown>])[] = [
  ["list the documents", (client) => client.documents.list({ limit: 1 })],
  ["search", (client) => client.search({ query: "policy", limit: 1 })],
  ["ask", (client) => client.chat({ question: "What does the policy say?", store: false })],
  ["export", (client) => client.exportProject()],
];

/** Asks the door with a deleted project's key. */
export async function askTheDoor(client: EngineClient, project: string): Promise<Probe[]> {
  const probes: Probe[] = [];
  for (const [asked, ask] of QUESTIONS) probes.push({ asked, project, expected: "refused", got: await answerOf(() => ask(client)) });
  return probes;
}

async function answerOf(ask: () => Promise<unknown>): Promise<string> {
  try {
    await ask();
    return "answered";
  } catch (thrown) {
    return toCitadelError(thrown).code;
  }
}
