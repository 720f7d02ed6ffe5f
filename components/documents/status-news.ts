import { isUnfinished } from "@/components/documents/document-list";
import type { DocumentList, EngineDocument } from "@/lib/engine/contract";

/**
 * What is read out when documents have come to their end: one sentence for those that are ready, one for those that failed. Steps
 * in between are to be seen, not heard.
 */
export function statusNews(before: readonly EngineDocument[], now: readonly EngineDocument[]): string {
  const waiting = new Set(before.filter(isUnfinished).map(({ id }) => id));
  const ended = now.filter((document) => waiting.has(document.id) && !isUnfinished(document));
  const ready = ended.filter(({ status }) => status === "ready");
  const failed = ended.filter(({ status }) => status === "failed");
  return [sentence(ready, "is ready", "are ready"), sentence(failed, "could not be read", "could not be read")].filter(Boolean).join(" ");
}

/** What is read out when a filter has been applied. */
export function filterNews({ data, nextCursor }: DocumentList): string {
  if (nextCursor !== null) return `More than ${data.length} documents fit.`;
  return data.length === 1 ? "1 document fits." : `${data.length} documents fit.`;
}

function sentence(documents: readonly EngineDocument[], one: string, many: string): string {
  const [first] = documents;
  if (first === undefined) return "";
  return documents.length === 1 ? `${first.name} ${one}.` : `${documents.length} documents ${many}.`;
}
