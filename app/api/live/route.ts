import { getLive } from "@/lib/engine/http/health/get-live";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getLive);
