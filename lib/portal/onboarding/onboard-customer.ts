import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";
import { validated } from "@/lib/platform/http/validated";
import { log } from "@/lib/platform/log";
import { type Actor, SYSTEM } from "@/lib/portal/audit/audit-event";
import { engineAdmin } from "@/lib/portal/engine-door";
import { claim } from "@/lib/portal/onboarding/claim";
import { complete } from "@/lib/portal/onboarding/complete";
import { type NewCustomerInput, newCustomerInput, type NewCustomerRequest, type OnboardedCustomer } from "@/lib/portal/onboarding/new-customer";
import { releaseAbandoned } from "@/lib/portal/onboarding/release-abandoned";

/** How often a request starts again after another process has given up on the same one and taken its claim back. */
const MOST_TRIES = 3;

const underWay = new Map<string, Promise<OnboardedCustomer>>();

/**
 * Creates a customer whole: the organisation, its projects in the engine, their keys (sealed, never returned), and the invitation of
 * its owner. Until the last step nothing of it can be seen. The same request may be sent any number of times, also at once and after any
 * failure: it gives the same customer and the same link.
 *
 * @param actor who is named in the customer's audit log
 * @throws CitadelError `validation_failed`; `conflict` for a taken slug or a key used for another request; and the engine's
 * code with a sentence that names the step that failed
 */
export async function onboardCustomer(input: NewCustomerInput, admin: EngineAdmin = engineAdmin(), actor: Actor = SYSTEM): Promise<OnboardedCustomer> {
  const request = validated(newCustomerInput, input);
  // Several at once in this process share one run, so that they do not each hold a connection while they wait.
  const name = JSON.stringify(request);
  const running = underWay.get(name) ?? run(request, admin, actor).finally(() => underWay.delete(name));
  underWay.set(name, running);
  return running;
}

async function run(request: NewCustomerRequest, admin: EngineAdmin, actor: Actor): Promise<OnboardedCustomer> {
  await releaseAbandoned(admin);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const plan = await claim(request);
    const customer = await complete(request, plan, admin, actor);
    if (customer === undefined) continue;
    log.info({ organisationId: customer.organisationId, projects: customer.projects.length }, "customer onboarded");
    return customer;
  }
  throw new CitadelError("conflict", "The same request is failing elsewhere at this moment. Try again in a minute.");
}
