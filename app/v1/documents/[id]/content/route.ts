import { getContent } from "@/lib/engine/http/documents/get-content";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getContent);
