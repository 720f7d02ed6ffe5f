import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { suspendCustomer } from "@/lib/portal/operator-api/http/suspend-customer";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(suspendCustomer);
