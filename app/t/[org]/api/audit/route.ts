import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { exportAudit } from "@/lib/portal/audit/export-audit";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(exportAudit);
