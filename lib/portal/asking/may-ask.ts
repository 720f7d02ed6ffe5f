import { CitadelError } from "@/lib/platform/errors";
import type { TenantScope } from "@/lib/portal/scope";

/** Whether the scope's person may ask: everyone once it is switched on, those who may try it before that too. */
export function mayAsk(scope: TenantScope): boolean {
  return scope.may("chat.try") || (scope.project.askingEnabled && scope.may("chat.ask"));
}

/** Throws CitadelError `forbidden` with a sentence for the person when they may not ask yet. */
export function requireAsking(scope: TenantScope): void {
  if (mayAsk(scope)) return;
  throw new CitadelError(
    "forbidden",
    '"Ask your docs" is not switched on yet. An admin of your organisation switches it on once the answers have been checked.',
  );
}
