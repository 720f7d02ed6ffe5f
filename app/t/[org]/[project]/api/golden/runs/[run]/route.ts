import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getRun } from "@/lib/portal/golden/http/get-run";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getRun);
