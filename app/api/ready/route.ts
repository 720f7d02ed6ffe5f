import { getReady } from "@/lib/engine/http/health/get-ready";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getReady);
