"use server";

import { defineOperatorAction } from "@/lib/portal/actions/define-operator-action";
import { engineAdmin } from "@/lib/portal/engine-door";
import { newCustomerInput } from "@/lib/portal/onboarding/new-customer";
import { onboardCustomer } from "@/lib/portal/onboarding/onboard-customer";

/** Creates a customer whole. The same input may be sent again after any failure. */
export const createCustomer = defineOperatorAction({
  name: "operator.onboard",
  input: newCustomerInput,
  handle: (operator, request) => onboardCustomer(request, engineAdmin(), { kind: "operator", id: operator.personId, name: operator.name }),
});
