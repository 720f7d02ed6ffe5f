import { revokeKey } from "@/lib/engine/http/keys/revoke-key";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(revokeKey);
