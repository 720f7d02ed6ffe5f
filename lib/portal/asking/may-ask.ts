import { CitadelError } from "@/lib/platform/errors";
import { type WhyOff, whyOff } from "@/lib/portal/asking/why-off";
import type { TenantScope } from "@/lib/portal/scope";

const SENTENCES: Readonly<Record<WhyOff, string>> = {
  "not-yet": '"Ask your docs" is not switched on yet. An admin of your organisation switches it on once the answers have been checked.',
  checking: '"Ask your docs" is paused while its answers are checked, for a document has changed. Ask again later; until then read the documents themselves.',
  off: '"Ask your docs" is switched off at the moment. Ask an admin of your organisation when it is back; until then read the documents themselves.',
};

/** Whether the scope's person may ask: everyone once it is switched on, those who may try it before that too. */
export function mayAsk(scope: TenantScope): boolean {
  return scope.may("chat.try") || (scope.project.askingEnabled && scope.may("chat.ask"));
}

/** Throws CitadelError `forbidden` with a sentence for the person when they may not ask. */
export async function requireAsking(scope: TenantScope): Promise<void> {
  if (mayAsk(scope)) return;
  throw new CitadelError("forbidden", SENTENCES[await whyOff(scope)]);
}
