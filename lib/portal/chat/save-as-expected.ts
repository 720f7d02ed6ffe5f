import "server-only";

import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/**
 * Keeps an answer of the chat as the one to expect. The expected document must be one of the project's own; its name is the
 * engine's, whatever the caller says.
 *
 * @throws CitadelError `validation_failed`, and `not_found` for a document that this project does not have
 */
export async function saveAsExpected(scope: TenantScope, input: GoldenQuestionInput): Promise<GoldenQuestion> {
  const asked = input.expectedDocument;
  if (asked == null) return saveGoldenQuestion(scope, input, "chat");
  const client = await openVault(scope);
  const { id, name } = await client.documents.get(asked.id);
  return saveGoldenQuestion(scope, { ...input, expectedDocument: { id, name } }, "chat");
}
