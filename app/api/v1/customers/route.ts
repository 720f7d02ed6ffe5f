import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { createCustomer } from "@/lib/portal/operator-api/http/create-customer";
import { listCustomers } from "@/lib/portal/operator-api/http/list-customers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(createCustomer, listCustomers);
