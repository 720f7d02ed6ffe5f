import type { Permission } from "@/lib/portal/roles";

/** A place of the portal: where it is below the organisation or the project, and what one must be allowed to see it. */
export interface Place {
  name: string;
  /** Below `/t/[org]` or `/t/[org]/[project]`; empty for the organisation itself. */
  path: string;
  permission: Permission | null;
}

/** The places of a project, in the order of the tabs. */
export const PROJECT_PLACES: readonly Place[] = [
  { name: "Ask", path: "/chat", permission: "chat.ask" },
  { name: "Documents", path: "/documents", permission: "documents.read" },
  { name: "Golden questions", path: "/golden", permission: "golden.read" },
];

/** The places of an organisation. */
export const ORGANISATION_PLACES: readonly Place[] = [
  { name: "Projects", path: "", permission: null },
  { name: "Members", path: "/members", permission: "members.read" },
];
