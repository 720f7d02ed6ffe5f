import type { ReactNode } from "react";

import { signedIn } from "@/lib/portal/sessions/from-session";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

/** Stands before every page of a project: what the session does not select is 404 here already. */
export default async function ProjectLayout({ params, children }: { params: TenantParams; children: ReactNode }) {
  // The page itself sends people to the sign-in page: it knows the whole way back.
  if ((await signedIn()) !== null) await pageTenant(params, "chat.ask");
  return children;
}
