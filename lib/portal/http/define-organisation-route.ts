import "server-only";

import type { z } from "zod";

import { appUrl } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";
import { defineRoute, type Guard, type Parsed, type RouteCall } from "@/lib/platform/http/define-route";
import type { Reply, ResponseShape, Route, RouteContract } from "@/lib/platform/http/route-contract";
import { assertSameOrigin } from "@/lib/portal/http/same-origin";
import type { Permission } from "@/lib/portal/roles";
import type { OrganisationScope } from "@/lib/portal/scope";
import { requireOrganisation } from "@/lib/portal/sessions/from-session";

/** A route under `/t/{org}`: `path` starts with exactly that, and the permission is part of its definition. */
export interface OrganisationRoute<Query extends z.ZodObject | undefined, Responses extends Readonly<Record<number, ResponseShape>>> extends Omit<RouteContract, "params" | "body" | "multipart"> {
  path: `/t/{org}/${string}`;
  permission: Permission;
  query?: Query;
  responses: Responses;
  handle(scope: OrganisationScope, call: RouteCall<OrganisationScope, undefined, Parsed<Query>, undefined>): Promise<Reply<NoInfer<Responses>> | Response>;
}

/** Makes a route handler of an organisation, in the manner of `definePortalRoute`. */
export function defineOrganisationRoute<
  Query extends z.ZodObject | undefined = undefined,
  const Responses extends Readonly<Record<number, ResponseShape>> = Readonly<Record<number, ResponseShape>>,
>(route: OrganisationRoute<Query, Responses>): Route {
  const { permission, handle, ...contract } = route;
  const guard: Guard<OrganisationScope> = {
    credential: "session",
    authenticate(request, { org }) {
      assertSameOrigin(route.method, request.headers, new URL(appUrl()).origin);
      if (org === undefined) throw notFound();
      return requireOrganisation(org, permission);
    },
  };
  return defineRoute<OrganisationScope, undefined, Query, undefined, Responses>(guard, { ...contract, handle: (call) => handle(call.caller, call) });
}
