import { z } from "zod";

/** Everything the log tells of. A code never changes its meaning; the sentence is what people read. */
export const AUDIT_ACTIONS = {
  "customer.created": "created the customer",
  "customer.changed": "changed the customer",
  "customer.suspended": "suspended the customer",
  "customer.resumed": "resumed the customer",
  "customer.deletion-asked": "asked for the deletion of the customer",
  "customer.deletion-undone": "took the deletion of the customer back",
  "customer.deleted": "deleted the customer",
  "project.created": "created the project",
  "project.changed": "changed the project",
  "project.deleted": "deleted the project",
  "project.deletion-asked": "asked for the deletion of the project",
  "project.deletion-undone": "took back the deletion of the project",
  "customer.exported": "exported everything of the customer",
  "project.exported": "exported the project",
  "project.imported": "imported into the project",
  "key.issued": "issued a key",
  "key.rotated": "rotated the key",
  "key.unknown": "found a key that nobody has issued here",
  "key.revoked": "revoked a key",
  "member.invited": "invited",
  "member.joined": "joined",
  "member.removed": "removed the member",
  "member.role-changed": "changed the role of",
  "member.exported": "exported the data of",
  "member.erased": "erased the data of",
  "invitation.withdrawn": "withdrew the invitation of",
  "consent.given": "gave the operator access",
  "consent.ended": "ended the operator’s access",
  "consent.used": "opened the customer’s content with consent",
  "document.uploaded": "uploaded",
  "document.replaced": "replaced",
  "document.removed": "removed",
  "document.retried": "had read again",
  "connector.created": "connected a source",
  "connector.changed": "changed the source",
  "connector.removed": "removed the source",
  "connector.synced": "synchronised the source",
  "promotion.started": "began to copy into the project",
  "promotion.done": "copied into the project",
  "golden.saved": "saved the golden question",
  "golden.changed": "changed the golden question",
  "golden.removed": "removed the golden question",
  "golden.imported": "imported golden questions",
  "golden.run": "ran golden questions",
  "golden.overruled": "overruled a verdict of",
  "golden.signed": "signed the golden questions",
  "asking.on": "switched “Ask your docs” on",
  "asking.off": "switched “Ask your docs” off",
  "asking.stopped": "stopped “Ask your docs” of",
  "asking.stop-lifted": "lifted the stop of “Ask your docs” of",
  "settings.changed": "changed the settings",
  "conversation.reviewed": "opened a conversation",
  "conversation.listed": "read the list of conversations of",
  "conversation.expired": "deleted what was to be kept no longer of",
  "gap.assigned": "assigned a gap",
  "gap.closed": "closed a gap",
  "gap.reopened": "opened a gap again",
  "document.assigned": "named the owner of",
  "quota.changed": "changed the limits of",
  "quota.warned": "reached a limit of",
  "audit.exported": "exported the audit log",
  "proof.failed": "saw the proof of isolation fail",
} as const;

/** A code of {@link AUDIT_ACTIONS}. */
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** What the operator's own log tells of: what is done to the installation, and to no customer. */
export const OPERATOR_ACTIONS = {
  "security-page.changed": "changed the public security page",
  "operator-audit.exported": "exported the operator’s audit log",
} as const;

/** Plain facts about a thing before or after a change: no secrets, no words of a document. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What happened, as a feature tells it. */
export interface AuditEvent {
  action: AuditAction;
  /** What it was done to, with the name it had. */
  target?: { kind: string; id: string; name: string };
  before?: AuditFacts;
  after?: AuditFacts;
}

/** What an operator did to the installation itself. */
export interface OperatorEvent extends Omit<AuditEvent, "action"> {
  action: keyof typeof OPERATOR_ACTIONS;
}

/** Who did it. */
export interface Actor {
  kind: "person" | "operator" | "system";
  /** A person's id; null for the system. */
  id: string | null;
  name: string;
}

/** Work in the background, in nobody's name. */
export const SYSTEM: Actor = { kind: "system", id: null, name: "Citadel" };

/** A row as it is read, exported and verified. Hashes are in hex. */
export const auditRecord = z.object({
  organisationId: z.string(),
  sequence: z.int().min(1),
  /** ISO 8601 UTC. */
  at: z.string(),
  actorKind: z.enum(["person", "operator", "system"]),
  actorId: z.string().nullable(),
  actorName: z.string(),
  action: z.string(),
  targetKind: z.string().nullable(),
  targetId: z.string().nullable(),
  targetName: z.string().nullable(),
  address: z.string().nullable(),
  before: z.record(z.string(), z.json()),
  after: z.record(z.string(), z.json()),
  previousHash: z.string(),
  hash: z.string(),
});

/** A row as it is read, exported and verified. */
export type AuditRecord = z.output<typeof auditRecord>;
