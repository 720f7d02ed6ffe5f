import { retryDocument } from "@/lib/engine/http/documents/retry-document";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(retryDocument);
