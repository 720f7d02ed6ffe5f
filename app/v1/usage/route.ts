import { getUsage } from "@/lib/engine/http/projects/get-usage";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getUsage);
