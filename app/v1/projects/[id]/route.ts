import { changeProject } from "@/lib/engine/http/projects/change-project";
import { getProject } from "@/lib/engine/http/projects/get-project";
import { deleteProject } from "@/lib/engine/http/projects/delete-project";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(getProject, changeProject, deleteProject);
