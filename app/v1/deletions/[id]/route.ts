import { getDeletion } from "@/lib/engine/http/projects/get-deletion";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getDeletion);
