import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { retryDocument } from "@/lib/portal/documents/retry-document";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(retryDocument);
