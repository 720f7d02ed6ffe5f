import { FileText, Folders, ListChecks, type LucideIcon, MessageSquareText, Users } from "lucide-react";

import type { Permission } from "@/lib/portal/roles";

/** A page of the portal that has a tab of its own. */
export interface Section {
  key: string;
  label: string;
  /** Where it lies below `/t/[org]/[project]` or `/t/[org]`; empty for the latter itself. */
  path: string;
  /** Who sees the tab; null for everyone in the organisation. The page asks again. */
  permission: Permission | null;
  Icon: LucideIcon;
}

/** The tabs of a project, in their order. A new page of a project gets a line here and nothing else. */
export const PROJECT_SECTIONS: readonly Section[] = [
  { key: "documents", label: "Documents", path: "/documents", permission: "documents.read", Icon: FileText },
  { key: "chat", label: "Ask", path: "/chat", permission: "chat.ask", Icon: MessageSquareText },
  { key: "golden", label: "Golden questions", path: "/golden", permission: "golden.read", Icon: ListChecks },
];

/** The tabs of an organisation, in their order, in the same manner. */
export const ORGANISATION_SECTIONS: readonly Section[] = [
  { key: "projects", label: "Projects", path: "", permission: null, Icon: Folders },
  { key: "members", label: "Members", path: "/members", permission: "members.read", Icon: Users },
];
