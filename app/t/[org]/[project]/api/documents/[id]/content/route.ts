import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getContent } from "@/lib/portal/viewer/get-content";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getContent);
