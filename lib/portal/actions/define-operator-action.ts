import "server-only";

import type { z } from "zod";

import { validated } from "@/lib/platform/http/validated";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import { runAction } from "@/lib/portal/actions/run-action";
import type { SignedIn } from "@/lib/portal/scope";
import { requireOperator } from "@/lib/portal/sessions/from-session";

/** An action of the operator's desk: what it takes and what it does. */
export interface OperatorAction<Input extends z.ZodType, Value> {
  /** For the log: `operator.onboard`. */
  name: string;
  input: Input;
  handle(operator: SignedIn, input: z.output<Input>): Promise<Value>;
}

/** Makes a server action of the operator's desk, in the manner of `defineAction`. For everyone else there is nothing. */
export function defineOperatorAction<Input extends z.ZodType, Value>(action: OperatorAction<Input, Value>) {
  return async (input: z.input<Input>): Promise<ActionResult<Value>> =>
    runAction(action.name, async () => {
      const operator = await requireOperator();
      return action.handle(operator, validated(action.input, input));
    });
}
