import "server-only";

import type { z } from "zod";

import { appUrl } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";
import { defineRoute, type Guard, type Parsed, type RouteCall } from "@/lib/platform/http/define-route";
import type { Reply, ResponseShape, Route, RouteContract } from "@/lib/platform/http/route-contract";
import { personLimiter } from "@/lib/portal/http/person-limiter";
import { assertSameOrigin } from "@/lib/portal/http/same-origin";
import type { Permission } from "@/lib/portal/roles";
import type { TenantScope } from "@/lib/portal/scope";
import { requireTenant } from "@/lib/portal/sessions/from-session";

/** A route under `/t/{org}/{project}`: `path` starts with exactly that, and the permission is part of its definition. */
export interface PortalRoute<
  Params extends z.ZodObject | undefined,
  Query extends z.ZodObject | undefined,
  Body extends z.ZodType | undefined,
  Responses extends Readonly<Record<number, ResponseShape>>,
> extends RouteContract {
  path: `/t/{org}/{project}/${string}`;
  permission: Permission;
  params?: Params;
  query?: Query;
  body?: Body;
  responses: Responses;
  handle(
    scope: TenantScope,
    call: RouteCall<TenantScope, Parsed<Params>, Parsed<Query>, Parsed<Body>>,
  ): Promise<Reply<NoInfer<Responses>> | Response>;
}

/**
 * Makes a route handler of the portal on the platform's own `defineRoute`, for `routeHandlers(…)` in a `route.ts`. In this order: the
 * origin (for methods that change something), the session, the membership, the project, the permission, parameters, query, JSON body,
 * the handler, the answer's schema. Errors are problems (RFC 9457).
 */
export function definePortalRoute<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  const Responses extends Readonly<Record<number, ResponseShape>> = Readonly<Record<number, ResponseShape>>,
>(route: PortalRoute<Params, Query, Body, Responses>): Route {
  const { permission, handle, ...contract } = route;
  const guard: Guard<TenantScope> = {
    credential: "session",
    authenticate(request, { org, project }) {
      assertSameOrigin(route.method, request.headers, new URL(appUrl()).origin);
      if (org === undefined || project === undefined) throw notFound();
      return requireTenant(org, project, permission);
    },
    // Only a member is counted, and an answer must not differ by that: what is foreign looks like what is absent.
    rate: { limiter: personLimiter(), bucketOf: ({ person }) => person.personId, unspoken: true },
  };
  return defineRoute<TenantScope, Params, Query, Body, Responses>(guard, { ...contract, handle: (call) => handle(call.caller, call) });
}
