import { getExport } from "@/lib/engine/http/export/get-export";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getExport);
