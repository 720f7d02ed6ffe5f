import { routeHandlers } from "@/lib/platform/http/route-handlers";
import { resumeCustomer } from "@/lib/portal/operator-api/http/resume-customer";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(resumeCustomer);
