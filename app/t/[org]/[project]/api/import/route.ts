import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { receiveImport } from "@/lib/portal/transfer/receive-import";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(receiveImport);
