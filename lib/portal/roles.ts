/** What a person may be in an organisation, strongest first. */
export const ROLES = ["owner", "admin", "member", "reader"] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Everything a route or an action can ask for. */
export type Permission =
  | "documents.read"
  | "documents.write"
  | "chat.ask"
  /** Asking before "Ask your docs" is switched on for end users. */
  | "chat.try"
  | "golden.read"
  | "golden.write"
  | "asking.switch"
  | "members.read"
  | "members.write"
  | "audit.read"
  | "conversations.review"
  | "usage.read"
  /** Taking everything away, bringing it in, and deleting it. */
  | "data.leave"
  | "keys.read"
  | "keys.write";

const READER: readonly Permission[] = ["documents.read", "chat.ask"];
const MEMBER: readonly Permission[] = [...READER, "golden.read", "members.read"];
const ADMIN: readonly Permission[] = [...MEMBER, "documents.write", "chat.try", "golden.write", "asking.switch", "members.write", "audit.read", "conversations.review", "usage.read", "data.leave", "keys.read", "keys.write"];

const GRANTS: Record<Role, readonly Permission[]> = { owner: ADMIN, admin: ADMIN, member: MEMBER, reader: READER };

/** Whether a role has a permission. The only place where the two meet. */
export function may(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}

/** Narrows a stored role; throws `TypeError` for a value the database's own check would have refused. */
export function toRole(value: string): Role {
  const role = ROLES.find((known) => known === value);
  if (!role) throw new TypeError("A membership holds an unknown role.");
  return role;
}
