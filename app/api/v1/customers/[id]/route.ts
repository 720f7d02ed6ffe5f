import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { changeCustomer } from "@/lib/portal/operator-api/http/change-customer";
import { deleteCustomer } from "@/lib/portal/operator-api/http/delete-customer";
import { getCustomer } from "@/lib/portal/operator-api/http/get-customer";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(changeCustomer, deleteCustomer, getCustomer);
