import type {
  ChatAnswer,
  ChatEvent,
  ChatInput,
  CreateProjectInput,
  Deletion,
  DocumentList,
  DocumentListQuery,
  DocumentPage,
  EngineDocument,
  Forgotten,
  Indexing,
  IssuedKey,
  IssueKeyInput,
  Project,
  ProjectDetail,
  ProjectKeyList,
  ProjectList,
  ProjectUsage,
  SearchInput,
  SearchResponse,
  UsageQuery,
} from "@/lib/engine/contract";

/**
 * The one door to documents. A client is built from one project's key and from nothing else; no method takes a project,
 * so that a caller with a client can reach exactly what that key opens. Every method throws `CitadelError` with a code
 * of the contract: a foreign id and an absent one are the same `not_found`.
 */
export interface EngineClient {
  search(input: SearchInput): Promise<SearchResponse>;
  chat(input: ChatInput, options?: CallOptions): Promise<ChatAnswer>;
  /** The same answer in pieces; ends after `done`, or throws. Aborting the signal stops the work. */
  chatStream(input: ChatInput, options?: CallOptions): AsyncIterable<ChatEvent>;
  readonly documents: EngineDocuments;
  /** Forgets what was asked and answered before a time (ISO 8601 UTC), and the sessions that are empty then. */
  forget(before: string): Promise<Forgotten>;
  /** What the project holds, and what a language model has cost it; both days included. No content. */
  usage(query: UsageQuery): Promise<ProjectUsage>;
  /** Everything of the project as a ZIP file (`lib/engine/export/manifest.ts`), made while it is read. What fails on the way breaks the stream off. */
  exportProject(): Promise<ReadableStream<Uint8Array>>;
}

/** What a call may carry besides its input. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
}

/** The documents of the key's project. */
export interface EngineDocuments {
  list(query?: DocumentListQuery): Promise<DocumentList>;
  get(id: string): Promise<EngineDocument>;
  /** Stores a file under its shown name. The same bytes under the same name are the document that is there (`created: false`); other bytes are a new version. */
  upload(file: UploadFile): Promise<{ document: EngineDocument; created: boolean }>;
  /** A new version; the old one answers until the new one is ready. */
  replace(id: string, file: UploadFile): Promise<EngineDocument>;
  /** Queues a failed document again. */
  retry(id: string): Promise<EngineDocument>;
  remove(id: string): Promise<void>;
  /** One page's text and located blocks; `page` counts from 1. */
  page(id: string, page: number): Promise<DocumentPage>;
  /** The original bytes, or the given range of them (an HTTP `Range` header's value). */
  content(id: string, range?: string): Promise<DocumentContent>;
}

/** A file on its way in. The stream is read once and never held whole in memory. */
export interface UploadFile {
  /** The shown name, which may hold folders (`hr/leave.md`). */
  name: string;
  body: ReadableStream<Uint8Array>;
}

/** Original bytes on their way out. */
export interface DocumentContent {
  /** 200, or 206 for a range. */
  status: 200 | 206;
  contentType: string;
  fileName: string;
  /** Length of `body`, in bytes. */
  contentLength: number;
  /** Length of the whole original, in bytes. */
  totalBytes: number;
  /** `bytes a-b/total`, for a 206. */
  contentRange?: string;
  /** The version's sha256, in hex. */
  sha256: string;
  body: ReadableStream<Uint8Array>;
}

/** Provisioning, beside the door: it creates and deletes projects, issues and revokes keys, reads totals, and no content. */
export interface EngineAdmin {
  createProject(input: CreateProjectInput): Promise<Project>;
  listProjects(query?: { cursor?: string; limit?: number }): Promise<ProjectList>;
  getProject(projectId: string): Promise<ProjectDetail>;
  /** Shuts a project, or opens it again: while it is `suspended` no key opens it, and nothing is lost. Throws `conflict` for one that is ending. */
  setProjectStatus(projectId: string, status: "active" | "suspended"): Promise<Project>;
  /** Ends a project: its keys die at once, its data in the background. Asking again gives the same deletion. */
  deleteProject(projectId: string): Promise<Deletion>;
  /** The state of a deletion; `done` when the last of the data is gone. */
  getDeletion(deletionId: string): Promise<Deletion>;
  /** The configured embedding model, and how far the re-index to it is. Throws `unavailable` while its server does not answer. */
  indexing(): Promise<Indexing>;
  issueKey(projectId: string, input?: IssueKeyInput): Promise<IssuedKey>;
  listKeys(projectId: string): Promise<ProjectKeyList>;
  revokeKey(projectId: string, keyId: string): Promise<void>;
}
