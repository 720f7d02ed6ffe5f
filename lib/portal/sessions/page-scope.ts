import "server-only";

import { notFound, redirect } from "next/navigation.js";

import { CitadelError } from "@/lib/platform/errors";
import type { Permission } from "@/lib/portal/roles";
import type { OrganisationScope, SignedIn, TenantScope } from "@/lib/portal/scope";
import { requireOperator, requireOrganisation, requireSignedIn, requireTenant } from "@/lib/portal/sessions/from-session";
import { signInAddress } from "@/lib/portal/sign-in/next-path";

/** The parameters of a page under `/t/[org]`. */
export type OrganisationParams = Promise<{ org: string }>;

/** The parameters of a page under `/t/[org]/[project]`. */
export type TenantParams = Promise<{ org: string; project: string }>;

/**
 * The project of a page. Who is not signed in goes to the sign-in page and comes back; whatever the session does not
 * select, or the role may not see, is Next's 404. `within` is the page's path below the project with its query, for the way
 * back (`/documents/doc_1?page=3`).
 */
export async function pageTenant(params: TenantParams, permission: Permission, within = ""): Promise<TenantScope> {
  const { org, project } = await params;
  return page(() => requireTenant(org, project, permission), `/t/${encodeURIComponent(org)}/${encodeURIComponent(project)}${within}`);
}

/** The organisation of a page, in the manner of {@link pageTenant}. */
export async function pageOrganisation(params: OrganisationParams, permission?: Permission, within = ""): Promise<OrganisationScope> {
  const { org } = await params;
  return page(() => requireOrganisation(org, permission), `/t/${encodeURIComponent(org)}${within}`);
}

/** The person of the operator's desk; for everyone else it is Next's 404. */
export async function pageOperator(path: string): Promise<SignedIn> {
  return page(requireOperator, path);
}

/** The signed-in person of a page outside every organisation. */
export async function pageSignedIn(path: string): Promise<SignedIn> {
  return page(requireSignedIn, path);
}

async function page<Scope>(scope: () => Promise<Scope>, path: string): Promise<Scope> {
  try {
    return await scope();
  } catch (thrown) {
    if (!(thrown instanceof CitadelError)) throw thrown;
    if (thrown.code === "unauthorized") redirect(signInAddress(path));
    if (thrown.code === "not_found" || thrown.code === "forbidden") notFound();
    throw thrown;
  }
}
