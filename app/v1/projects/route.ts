import { listProjects } from "@/lib/engine/http/projects/list-projects";
import { createProject } from "@/lib/engine/http/projects/create-project";
import { routeHandlers } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(listProjects, createProject);
