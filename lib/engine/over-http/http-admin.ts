import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { deletionSchema, indexingSchema, issuedKeySchema, keyListSchema, projectDetailSchema, projectListSchema, projectSchema } from "@/lib/engine/contract";
import { exchange, exchangeJson, type Remote } from "@/lib/engine/over-http/exchange";

/** Provisioning in another Citadel's engine, over HTTP. `baseUrl` has no trailing slash. */
export function httpAdmin(baseUrl: string, managementKey: string): EngineAdmin {
  const remote: Remote = { baseUrl, credential: managementKey };
  return {
    createProject: (input) => exchangeJson(remote, { method: "POST", path: "/v1/projects", json: input }, projectSchema),
    listProjects: (query = {}) => exchangeJson(remote, { method: "GET", path: "/v1/projects", query }, projectListSchema),
    getProject: (projectId) => exchangeJson(remote, { method: "GET", path: projectPath(projectId) }, projectDetailSchema),
    setProjectStatus: (projectId, status) => exchangeJson(remote, { method: "PATCH", path: projectPath(projectId), json: { status } }, projectSchema),
    deleteProject: (projectId) => exchangeJson(remote, { method: "DELETE", path: projectPath(projectId) }, deletionSchema),
    getDeletion: (id) => exchangeJson(remote, { method: "GET", path: `/v1/deletions/${encodeURIComponent(id)}` }, deletionSchema),
    indexing: () => exchangeJson(remote, { method: "GET", path: "/v1/indexing" }, indexingSchema),
    issueKey: (projectId, input = {}) => exchangeJson(remote, { method: "POST", path: `${projectPath(projectId)}/keys`, json: input }, issuedKeySchema),
    listKeys: (projectId) => exchangeJson(remote, { method: "GET", path: `${projectPath(projectId)}/keys`, query: { limit: 200 } }, keyListSchema),
    async revokeKey(projectId, keyId) {
      await exchange(remote, { method: "DELETE", path: `${projectPath(projectId)}/keys/${encodeURIComponent(keyId)}` });
    },
  };
}

function projectPath(id: string): string {
  return `/v1/projects/${encodeURIComponent(id)}`;
}
