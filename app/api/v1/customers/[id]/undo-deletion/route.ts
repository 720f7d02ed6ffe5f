import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { undoDeletion } from "@/lib/portal/operator-api/http/deletions";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(undoDeletion);
