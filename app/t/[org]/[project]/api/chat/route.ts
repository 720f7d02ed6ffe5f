import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { ask } from "@/lib/portal/chat/ask";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(ask);
