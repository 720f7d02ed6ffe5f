import "server-only";

import type { Route } from "@/lib/platform/http/route-contract";
import { changeCustomer } from "@/lib/portal/operator-api/http/change-customer";
import { createCustomer } from "@/lib/portal/operator-api/http/create-customer";
import { deleteCustomer } from "@/lib/portal/operator-api/http/delete-customer";
import { getCustomer } from "@/lib/portal/operator-api/http/get-customer";
import { getDeletion, listDeletions, undoDeletion } from "@/lib/portal/operator-api/http/deletions";
import { getUsage } from "@/lib/portal/operator-api/http/get-usage";
import { listCustomers } from "@/lib/portal/operator-api/http/list-customers";
import { resumeCustomer } from "@/lib/portal/operator-api/http/resume-customer";
import { suspendCustomer } from "@/lib/portal/operator-api/http/suspend-customer";

/** Every route of the operator API that its OpenAPI file names. */
export const OPERATOR_ROUTES: readonly Route[] = [createCustomer, listCustomers, getCustomer, changeCustomer, suspendCustomer, resumeCustomer, deleteCustomer, undoDeletion, listDeletions, getDeletion, getUsage];
