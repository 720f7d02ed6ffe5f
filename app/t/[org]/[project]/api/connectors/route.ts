import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getSources } from "@/lib/portal/connectors/http/get-sources";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getSources);
