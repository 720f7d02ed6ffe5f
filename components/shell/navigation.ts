import { Archive, ChartColumn, CircleHelp, CloudDownload, CopyCheck, FileText, Folders, KeyRound, ListChecks, ScrollText, ShieldCheck, type LucideIcon, MessagesSquare, MessageSquareText, SlidersHorizontal, Users } from "lucide-react";

import type { Permission } from "@/lib/portal/roles";

/** A place of the portal that has a tab: where it lies, and what one must be allowed to see it. The page itself asks again. */
export interface Place {
  name: string;
  /** Below `/t/[org]` or `/t/[org]/[project]`; empty for the organisation itself. */
  path: string;
  /** Null for everyone in the organisation. */
  permission: Permission | null;
  /** Beside the name in the menu of small screens. */
  Icon?: LucideIcon;
}

/** The places of a project, in the order of the tabs. A new page of a project gets a line here and nothing else. */
export const PROJECT_PLACES: readonly Place[] = [
  { name: "Documents", path: "/documents", permission: "documents.read", Icon: FileText },
  { name: "Sources", path: "/connectors", permission: "documents.write", Icon: CloudDownload },
  { name: "Ask", path: "/chat", permission: "chat.ask", Icon: MessageSquareText },
  { name: "Golden questions", path: "/golden", permission: "golden.read", Icon: ListChecks },
  { name: "Promote", path: "/promote", permission: "golden.write", Icon: CopyCheck },
  { name: "Gaps", path: "/gaps", permission: "conversations.review", Icon: CircleHelp },
  { name: "Conversations", path: "/conversations", permission: "conversations.review", Icon: MessagesSquare },
  { name: "Keys", path: "/keys", permission: "keys.read", Icon: KeyRound },
  { name: "Settings", path: "/settings", permission: "conversations.review", Icon: SlidersHorizontal },
];

/** The places of an organisation, in the same manner. */
export const ORGANISATION_PLACES: readonly Place[] = [
  { name: "Projects", path: "", permission: null, Icon: Folders },
  { name: "Members", path: "/members", permission: "members.read", Icon: Users },
  { name: "Isolation", path: "/isolation", permission: null, Icon: ShieldCheck },
  { name: "Usage", path: "/usage", permission: "usage.read", Icon: ChartColumn },
  { name: "Your data", path: "/data", permission: "data.leave", Icon: Archive },
  { name: "Audit log", path: "/audit", permission: "audit.read", Icon: ScrollText },
];
