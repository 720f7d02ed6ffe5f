import "server-only";

import { getContent } from "@/lib/engine/http/documents/get-content";
import { getDocument } from "@/lib/engine/http/documents/get-document";
import { getPage } from "@/lib/engine/http/documents/get-page";
import { listDocuments } from "@/lib/engine/http/documents/list-documents";
import { removeDocument } from "@/lib/engine/http/documents/remove-document";
import { replaceDocument } from "@/lib/engine/http/documents/replace-document";
import { retryDocument } from "@/lib/engine/http/documents/retry-document";
import { uploadDocument } from "@/lib/engine/http/documents/upload-document";
import { getExport } from "@/lib/engine/http/export/get-export";
import { getIndexing } from "@/lib/engine/http/indexing/get-indexing";
import { issueKey } from "@/lib/engine/http/keys/issue-key";
import { listKeys } from "@/lib/engine/http/keys/list-keys";
import { revokeKey } from "@/lib/engine/http/keys/revoke-key";
import { changeProject } from "@/lib/engine/http/projects/change-project";
import { createProject } from "@/lib/engine/http/projects/create-project";
import { deleteProject } from "@/lib/engine/http/projects/delete-project";
import { getDeletion } from "@/lib/engine/http/projects/get-deletion";
import { getProject } from "@/lib/engine/http/projects/get-project";
import { listProjects } from "@/lib/engine/http/projects/list-projects";
import { chat } from "@/lib/engine/http/questions/chat";
import { forget } from "@/lib/engine/http/questions/forget";
import { search } from "@/lib/engine/http/questions/search";
import { getUsage } from "@/lib/engine/http/projects/get-usage";
import type { Route } from "@/lib/platform/http/route-contract";

/** Every route of version 1 that the OpenAPI file names. */
export const ROUTES: readonly Route[] = [
  createProject,
  listProjects,
  getProject,
  changeProject,
  deleteProject,
  getDeletion,
  getIndexing,
  issueKey,
  listKeys,
  revokeKey,
  uploadDocument,
  listDocuments,
  getDocument,
  replaceDocument,
  removeDocument,
  retryDocument,
  getContent,
  getPage,
  search,
  chat,
  forget,
  getUsage,
  getExport,
];
