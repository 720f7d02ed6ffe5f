import { getIndexing } from "@/lib/engine/http/indexing/get-indexing";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getIndexing);
