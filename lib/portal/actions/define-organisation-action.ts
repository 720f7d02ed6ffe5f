import "server-only";

import { z } from "zod";

import { validated } from "@/lib/platform/http/validated";
import type { ActionResult, OrganisationTarget } from "@/lib/portal/actions/action-result";
import { runAction } from "@/lib/portal/actions/run-action";
import type { Permission } from "@/lib/portal/roles";
import type { OrganisationScope } from "@/lib/portal/scope";
import { requireOrganisation } from "@/lib/portal/sessions/from-session";

const organisationTarget = z.object({ org: z.string().max(100) });

/** An action on an organisation: what it needs, what it takes, what it does. */
export interface OrganisationAction<Input extends z.ZodType, Value> {
  /** For the log: `members.invite`. */
  name: string;
  permission: Permission;
  input: Input;
  handle(scope: OrganisationScope, input: z.output<Input>): Promise<Value>;
}

/** Makes a server action on an organisation, in the manner of `defineAction`. */
export function defineOrganisationAction<Input extends z.ZodType, Value>(action: OrganisationAction<Input, Value>) {
  return async (target: OrganisationTarget, input: z.input<Input>): Promise<ActionResult<Value>> =>
    runAction(action.name, async () => {
      const { org } = validated(organisationTarget, target);
      const scope = await requireOrganisation(org, action.permission);
      return action.handle(scope, validated(action.input, input));
    });
}
