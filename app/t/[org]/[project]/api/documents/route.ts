import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { listDocuments } from "@/lib/portal/documents/list-documents";
import { uploadDocument } from "@/lib/portal/documents/upload-document";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(listDocuments, uploadDocument);
