import { getPage } from "@/lib/engine/http/documents/get-page";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getPage);
