import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getPage } from "@/lib/portal/viewer/get-page";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getPage);
