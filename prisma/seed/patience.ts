import { setTimeout } from "node:timers/promises";

import type { TenantScope } from "@/lib/portal/scope";

/** How the seed waits for work on a project that is done in the worker process. */
export interface Patience {
  /** Between two looks. */
  pause: (scope: TenantScope) => Promise<unknown>;
  /** How long it waits in all for one thing, in ms. */
  longest: number;
}

/** Looks twice a second, for five minutes: a slow machine reads some three hundred chunks in that time. */
export const PATIENT: Patience = { pause: () => setTimeout(500), longest: 5 * 60_000 };

/** Waits until `look` says true. False when it took too long. */
export async function waitUntil(scope: TenantScope, { pause, longest }: Patience, look: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + longest;
  while (!(await look())) {
    if (Date.now() > deadline) return false;
    await pause(scope);
  }
  return true;
}
