import { getOpenApi } from "@/lib/engine/http/openapi";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getOpenApi);
