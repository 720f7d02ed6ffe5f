import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getDocument } from "@/lib/portal/documents/get-document";
import { removeDocument } from "@/lib/portal/documents/remove-document";
import { replaceDocument } from "@/lib/portal/documents/replace-document";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getDocument, replaceDocument, removeDocument);
