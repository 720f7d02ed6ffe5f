import "server-only";

import { z } from "zod";

import { chatAnswerSchema } from "@/lib/engine/contract";
import { CitadelError, notFound } from "@/lib/platform/errors";
import { readCareSetting } from "@/lib/portal/conversations/care-setting";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** Who or what helps on where an answer does not. */
export interface Helper {
  /** `https:` or `mailto:`. */
  href: string;
  /** What the link reads. */
  label: string;
}

/** The document an answer rests on first; of a refusal the nearest one. */
const leadingDocument = chatAnswerSchema.transform(({ citations, closest = [] }) => (citations[0] ?? closest[0])?.documentId ?? null);

/** The document's id as the browser knows it, where the portal kept no words. */
export const helperInput = z.object({ messageId: z.string().max(100), documentId: z.string().max(100).nullable() });

/**
 * Whom the scope's person can ask about an answer they were given: the address the project has set, or the owner of the document that it rests on.
 *
 * @throws CitadelError `not_found` for somebody else's answer, `conflict` when nobody is named
 */
export async function findHelper(scope: TenantScope, { messageId, documentId }: z.output<typeof helperInput>): Promise<Helper> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  return withOrganisation(scope, async (tx) => {
    const message = await tx.conversationMessage.findFirst({ where: { ...owner, id: messageId, personId: scope.person.personId }, select: { answer: true } });
    if (message === null) throw notFound();
    const { helpKind, helpTarget } = await readCareSetting(tx, scope);
    if (helpKind === "link" && helpTarget !== null) return { href: helpTarget, label: helpTarget.replace(/^mailto:/, "") };
    const leading = message.answer === null ? documentId : leadingDocument.parse(message.answer);
    const named = helpKind === "owner" && leading !== null ? await tx.documentOwner.findFirst({ where: { ...owner, documentId: leading } }) : null;
    const memberOf = { memberships: { some: { organisationId: owner.organisationId } } };
    const person = named === null ? null : await tx.person.findFirst({ where: { id: named.ownerId, ...memberOf }, select: { name: true, email: true } });
    if (person === null) throw new CitadelError("conflict", "Nobody is named for this document. Ask the people who look after your documents.");
    return { href: `mailto:${encodeURIComponent(person.email)}`, label: `${person.name}, ${person.email}` };
  });
}
