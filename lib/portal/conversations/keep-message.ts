import "server-only";

import type { ChatAnswer } from "@/lib/engine/contract";
import { type CareSetting, readCareSetting } from "@/lib/portal/conversations/care-setting";
import { type JsonInput, withOrganisation } from "@/lib/portal/database";
import { joinGap } from "@/lib/portal/gaps/join-gap";
import type { TenantScope } from "@/lib/portal/scope";
import { countQuestion } from "@/lib/portal/usage/count-question";

/** Whether any words of the scope's project's conversations are kept. */
export async function keepsWords(scope: TenantScope): Promise<boolean> {
  return withOrganisation(scope, async (tx) => keeps(await readCareSetting(tx, scope)));
}

/** Keeps what the scope's person asked and what was answered, and counts it, in one transaction. Where no conversations are kept the row has no words, and there is no gap. */
export async function keepMessage(scope: TenantScope, question: string, answer: ChatAnswer): Promise<void> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  await withOrganisation(scope, async (tx) => {
    const isKept = keeps(await readCareSetting(tx, scope));
    const gapId = isKept && answer.refused ? await joinGap(tx, scope, question) : null;
    await tx.conversationMessage.create({
      data: {
        ...owner,
        id: answer.messageId,
        sessionId: answer.sessionId,
        personId: scope.actorId,
        ...(isKept ? { question, answer: storable(answer) } : {}),
        grounding: answer.grounding,
        tookMs: Math.round(answer.tookMs),
        gapId,
      },
    });
    await countQuestion(tx, scope, answer);
  });
}

function keeps({ conversationDays }: CareSetting): boolean {
  return conversationDays > 0;
}

function storable({ closest, ...rest }: ChatAnswer): JsonInput {
  return closest === undefined ? rest : { ...rest, closest };
}
