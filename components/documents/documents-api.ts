import { caredListSchema } from "@/components/documents/cared-document";
import { failureOf, jsonOf, RequestFailure, UNREACHED } from "@/components/documents/request-failure";
import { type DocumentList, documentSchema, type DocumentStatus, type EngineDocument } from "@/lib/engine/contract";

/** What a list is narrowed to. */
export interface Filter {
  /** A part of the shown name, in any case. */
  name?: string | undefined;
  status?: DocumentStatus | undefined;
  /** Only those not changed for too long. */
  stale?: "1" | undefined;
}

/** What a list is asked for. */
export interface ListQuery extends Filter {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** A project's documents, as the portal's own addresses give them. Every call throws {@link RequestFailure}, or the signal's reason. */
export interface DocumentsApi {
  list(query: ListQuery, signal: AbortSignal): Promise<DocumentList>;
  remove(id: string): Promise<void>;
  retry(id: string): Promise<EngineDocument>;
}

/** The documents at an address (`/t/{org}/{project}/api/documents`). */
export function documentsApi(address: string): DocumentsApi {
  return {
    async list(query, signal) {
      const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
      return caredListSchema.parse(await exchange(`${address}?${new URLSearchParams(given)}`, { signal }));
    },
    async remove(id) {
      await exchange(addressOf(address, id), { method: "DELETE" });
    },
    async retry(id) {
      return documentSchema.parse(await exchange(`${addressOf(address, id)}/retry`, { method: "POST" }));
    },
  };
}

/** Where a project's documents are found. */
export function documentsAddress({ org, project }: { org: string; project: string }): string {
  return `/t/${encodeURIComponent(org)}/${encodeURIComponent(project)}/api/documents`;
}

/** Where one document is found. */
export function addressOf(address: string, id: string): string {
  return `${address}/${encodeURIComponent(id)}`;
}

async function exchange(url: string, init: RequestInit): Promise<unknown> {
  const { ok, retryAfter, text } = await reached(url, init);
  if (!ok) throw failureOf(text, retryAfter);
  return jsonOf(text);
}

async function reached(url: string, init: RequestInit) {
  try {
    const response = await fetch(url, { ...init, cache: "no-store" });
    return { ok: response.ok, retryAfter: response.headers.get("retry-after"), text: await response.text() };
  } catch (cause) {
    init.signal?.throwIfAborted();
    throw new RequestFailure(UNREACHED, {}, cause);
  }
}
