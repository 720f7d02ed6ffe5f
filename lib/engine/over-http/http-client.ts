import "server-only";

import type { EngineClient, EngineDocuments } from "@/lib/engine/client";
import { chatAnswerSchema, documentListSchema, documentPageSchema, documentSchema, forgottenSchema, searchResponse, usageSchema } from "@/lib/engine/contract";
import { contentOf } from "@/lib/engine/over-http/content-of";
import { exchange, exchangeJson, readAnswer, type Remote, unreachable } from "@/lib/engine/over-http/exchange";
import { readEvents } from "@/lib/engine/over-http/read-events";
import { uploadForm } from "@/lib/engine/over-http/upload-form";

/** The longest upload, in ms: until the engine has taken the last byte. */
const UPLOAD_PATIENCE_MS = 30 * 60_000;

/** The door to another Citadel's engine, over HTTP. `baseUrl` has no trailing slash. */
export function httpClient(baseUrl: string, key: string): EngineClient {
  const remote: Remote = { baseUrl, credential: key };
  return {
    search: (input) => exchangeJson(remote, { method: "POST", path: "/v1/search", json: input }, searchResponse),
    chat: (input, options) => exchangeJson(remote, { method: "POST", path: "/v1/chat", json: { ...input, stream: false }, signal: options?.signal }, chatAnswerSchema),
    async *chatStream(input, options) {
      const response = await exchange(remote, { method: "POST", path: "/v1/chat", json: { ...input, stream: true }, signal: options?.signal });
      if (response.body === null) throw unreachable(new Error("The stream has no body."));
      try {
        yield* readEvents(response.body);
      } catch (thrown) {
        options?.signal?.throwIfAborted();
        throw thrown;
      }
    },
    documents: documentsOver(remote),
    forget: (before) => exchangeJson(remote, { method: "DELETE", path: "/v1/sessions", query: { before } }, forgottenSchema),
    async exportProject() {
      const { body } = await exchange(remote, { method: "GET", path: "/v1/export" });
      if (body === null) throw unreachable(new Error("The export has no body."));
      return body;
    },
    usage: (query) => exchangeJson(remote, { method: "GET", path: "/v1/usage", query: { ...query } }, usageSchema),
  };
}

function documentsOver(remote: Remote): EngineDocuments {
  return {
    list: (query = {}) => exchangeJson(remote, { method: "GET", path: "/v1/documents", query: { ...query, limit: query.limit === undefined ? undefined : Number(query.limit) } }, documentListSchema),
    get: (id) => exchangeJson(remote, { method: "GET", path: documentPath(id) }, documentSchema),
    async upload({ name, body }) {
      const response = await exchange(remote, { method: "POST", path: "/v1/documents", stream: uploadForm(body, name), patienceMs: UPLOAD_PATIENCE_MS });
      return { document: await readAnswer(response, documentSchema), created: response.status !== 200 };
    },
    replace: (id, { body }) => exchangeJson(remote, { method: "PUT", path: documentPath(id), stream: uploadForm(body), patienceMs: UPLOAD_PATIENCE_MS }, documentSchema),
    retry: (id) => exchangeJson(remote, { method: "POST", path: `${documentPath(id)}/retry` }, documentSchema),
    async remove(id) {
      await exchange(remote, { method: "DELETE", path: documentPath(id) });
    },
    page: (id, page) => exchangeJson(remote, { method: "GET", path: `${documentPath(id)}/pages/${page}` }, documentPageSchema),
    content: async (id, range) => contentOf(await exchange(remote, { method: "GET", path: `${documentPath(id)}/content`, headers: range === undefined ? {} : { range } })),
  };
}

function documentPath(id: string): string {
  return `/v1/documents/${encodeURIComponent(id)}`;
}
