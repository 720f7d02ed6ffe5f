import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { getPdfPart } from "@/lib/portal/viewer/get-pdf-part";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getPdfPart);
