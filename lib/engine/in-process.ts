import "server-only";

import type { z } from "zod";

import type { CallOptions, EngineAdmin, EngineClient, EngineDocuments } from "@/lib/engine/client";
import { chatInput, createProjectInput, documentListQuery, forgetQuery, issueKeyInput, listQuery, searchInput, usageQuery } from "@/lib/engine/contract";
import { documentName } from "@/lib/engine/documents/document-name";
import { getContent } from "@/lib/engine/documents/get-content";
import { getDocument } from "@/lib/engine/documents/get-document";
import { getPage } from "@/lib/engine/documents/get-page";
import { listDocuments } from "@/lib/engine/documents/list-documents";
import { receiveFile } from "@/lib/engine/documents/received-file";
import { removeDocument } from "@/lib/engine/documents/remove-document";
import { retryDocument } from "@/lib/engine/documents/retry-document";
import { storeReplacement, storeUpload } from "@/lib/engine/documents/store-upload";
import { exportProject } from "@/lib/engine/export/export-project";
import { authenticateManagement, authenticateProject } from "@/lib/engine/keys/authenticate";
import { issueKey } from "@/lib/engine/keys/issue-key";
import { listKeys } from "@/lib/engine/keys/list-keys";
import type { ManagementProof } from "@/lib/engine/keys/management";
import { revokeKey } from "@/lib/engine/keys/revoke-key";
import { createProject } from "@/lib/engine/projects/create-project";
import { deleteProject } from "@/lib/engine/projects/delete-project";
import { getDeletion } from "@/lib/engine/projects/deletion";
import { fromManagement } from "@/lib/engine/projects/from-management";
import { getProject } from "@/lib/engine/projects/get-project";
import { listProjects } from "@/lib/engine/projects/list-projects";
import { projectUsage } from "@/lib/engine/projects/project-usage";
import { setProjectStatus } from "@/lib/engine/projects/set-project-status";
import type { ProjectScope } from "@/lib/engine/scope";
import { readIndexing } from "@/lib/engine/search/reindex/read-indexing";
import { searchProject } from "@/lib/engine/search/search-project";
import { chat } from "@/lib/engine/sessions/chat";
import { chatStream } from "@/lib/engine/sessions/chat-stream";
import { forgetMessages } from "@/lib/engine/sessions/forget-messages";
import { validated } from "@/lib/platform/http/validated";

/** Runs a call in the scope of a key, which is authenticated every time, exactly as the HTTP routes do it. */
type WithScope = <Result>(work: (scope: ProjectScope) => Promise<Result>) => Promise<Result>;

/** The door to the engine in this process. The key is looked up on every call: a revoked one opens nothing any more. */
export function inProcessClient(key: string): EngineClient {
  const scoped: WithScope = async (work) => work((await authenticateProject(key)).scope);
  return {
    search: (input) => scoped((scope) => searchProject(scope, validated(searchInput, input))),
    chat: (input, options) => scoped((scope) => chat(scope, validated(chatInput, input), options?.signal)),
    chatStream: (input, options) => stream(key, input, options),
    documents: documentsOf(scoped),
    forget: (before) => scoped((scope) => forgetMessages(scope, new Date(validated(forgetQuery, { before }).before))),
    usage: (query) => scoped((scope) => projectUsage(scope, validated(usageQuery, query))),
    exportProject: () => scoped(exportProject),
  };
}

async function* stream(key: string, input: z.input<typeof chatInput>, options: CallOptions | undefined) {
  const { scope } = await authenticateProject(key);
  yield* chatStream(scope, validated(chatInput, input), options?.signal);
}

function documentsOf(scoped: WithScope): EngineDocuments {
  return {
    list: (query = {}) => scoped((scope) => listDocuments(scope, validated(documentListQuery, query))),
    get: (id) => scoped((scope) => getDocument(scope, id)),
    upload: ({ name, body }) => scoped(async (scope) => storeUpload(scope, documentName(name), await receiveFile(scope, body))),
    replace: (id, { body }) => scoped(async (scope) => {
      await getDocument(scope, id);
      return storeReplacement(scope, id, await receiveFile(scope, body));
    }),
    retry: (id) => scoped((scope) => retryDocument(scope, id)),
    remove: (id) => scoped((scope) => removeDocument(scope, id)),
    page: (id, page) => scoped((scope) => getPage(scope, id, page)),
    content: (id, range) => scoped((scope) => getContent(scope, id, range)),
  };
}

/** Provisioning in this process. The management key is checked on every call. */
export function inProcessAdmin(managementKey: string): EngineAdmin {
  const proven = async <Result>(work: (proof: ManagementProof) => Promise<Result>) => work(await authenticateManagement(managementKey));
  const inProject = <Result>(projectId: string, work: (scope: ProjectScope) => Promise<Result>) => proven((proof) => work(fromManagement(proof, projectId)));
  return {
    createProject: (input) => proven((proof) => createProject(proof, validated(createProjectInput, input))),
    listProjects: (query = {}) => proven((proof) => listProjects(proof, validated(listQuery, query))),
    getProject: (projectId) => inProject(projectId, getProject),
    setProjectStatus: (projectId, status) => inProject(projectId, (scope) => setProjectStatus(scope, status)),
    deleteProject: (projectId) => inProject(projectId, deleteProject),
    getDeletion: (deletionId) => proven((proof) => getDeletion(proof, deletionId)),
    indexing: () => proven(readIndexing),
    issueKey: (projectId, input = {}) => inProject(projectId, (scope) => issueKey(scope, validated(issueKeyInput, input))),
    listKeys: (projectId) => inProject(projectId, (scope) => listKeys(scope, validated(listQuery, { limit: 200 }))),
    revokeKey: (projectId, keyId) => inProject(projectId, (scope) => revokeKey(scope, keyId)),
  };
}
