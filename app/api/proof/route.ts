import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getProof } from "@/lib/portal/isolation/get-proof";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getProof);
