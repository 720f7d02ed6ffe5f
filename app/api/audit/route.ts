import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { exportOperatorAudit } from "@/lib/portal/audit/export-operator-audit";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(exportOperatorAudit);
