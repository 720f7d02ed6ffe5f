import { listDocuments } from "@/lib/engine/http/documents/list-documents";
import { uploadDocument } from "@/lib/engine/http/documents/upload-document";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(listDocuments, uploadDocument);
