import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getOperatorOpenApi } from "@/lib/portal/operator-api/http/get-openapi";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getOperatorOpenApi);
