import { forget } from "@/lib/engine/http/questions/forget";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(forget);
