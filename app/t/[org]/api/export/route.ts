import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { downloadExport } from "@/lib/portal/transfer/download-export";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(downloadExport);
