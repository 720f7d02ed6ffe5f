import { chat } from "@/lib/engine/http/questions/chat";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(chat);
