import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getRunReport } from "@/lib/portal/golden/http/get-run-report";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getRunReport);
