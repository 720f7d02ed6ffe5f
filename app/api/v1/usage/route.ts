import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getUsage } from "@/lib/portal/operator-api/http/get-usage";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getUsage);
