import "server-only";

import { z } from "zod";

import { validated } from "@/lib/platform/http/validated";
import type { ActionResult, TenantTarget } from "@/lib/portal/actions/action-result";
import { runAction } from "@/lib/portal/actions/run-action";
import type { Permission } from "@/lib/portal/roles";
import type { TenantScope } from "@/lib/portal/scope";
import { requireTenant } from "@/lib/portal/sessions/from-session";

const tenantTarget = z.object({ org: z.string().max(100), project: z.string().max(100) });

/** An action on one project: what it needs, what it takes, what it does. */
export interface TenantAction<Input extends z.ZodType, Value> {
  /** For the log: `documents.remove`. */
  name: string;
  permission: Permission;
  input: Input;
  handle(scope: TenantScope, input: z.output<Input>): Promise<Value>;
}

/**
 * Makes a server action on one project, for an `actions.ts` that starts with `"use server"`. In this order: the session, the
 * membership, the project, the permission, the input, the work. Next itself refuses calls from other origins.
 */
export function defineAction<Input extends z.ZodType, Value>(action: TenantAction<Input, Value>) {
  return async (target: TenantTarget, input: z.input<Input>): Promise<ActionResult<Value>> =>
    runAction(action.name, async () => {
      const { org, project } = validated(tenantTarget, target);
      const scope = await requireTenant(org, project, action.permission);
      return action.handle(scope, validated(action.input, input));
    });
}
