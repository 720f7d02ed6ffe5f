import { getDocument } from "@/lib/engine/http/documents/get-document";
import { replaceDocument } from "@/lib/engine/http/documents/replace-document";
import { removeDocument } from "@/lib/engine/http/documents/remove-document";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getDocument, replaceDocument, removeDocument);
