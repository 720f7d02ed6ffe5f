import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { ringHook } from "@/lib/portal/connectors/http/ring-hook";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(ringHook);
