import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getSigningKey } from "@/lib/portal/golden/http/get-signing-key";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getSigningKey);
