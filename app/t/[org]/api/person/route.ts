import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { exportMember } from "@/lib/portal/members/export-member";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(exportMember);
