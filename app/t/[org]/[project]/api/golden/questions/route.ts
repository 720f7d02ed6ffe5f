import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getQuestionsFile } from "@/lib/portal/golden/http/get-questions-file";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getQuestionsFile);
