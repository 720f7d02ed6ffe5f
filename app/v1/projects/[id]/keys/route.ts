import { listKeys } from "@/lib/engine/http/keys/list-keys";
import { issueKey } from "@/lib/engine/http/keys/issue-key";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(listKeys, issueKey);
