import type { EngineClient } from "@/lib/engine/client";
import { ANSWER_LABEL, type ChatAnswer, type DocumentPage, type EngineDocument } from "@/lib/engine/contract";

/** An engine whose documents and answers a test writes itself; what it does not name is refused. */
export class ScriptedEngine {
  /** The answer's text by question; its one citation is the first document's first page. */
  readonly answers = new Map<string, string>();
  documents: EngineDocument[] = [];
  /** The text of a document's first page by its id. */
  readonly texts = new Map<string, string>();
  /** Called with every question, before it is answered. */
  onAsk: (question: string) => Promise<void> | void = () => undefined;

  readonly client: EngineClient = {
    chat: async ({ question }, options) => {
      await this.onAsk(question);
      options?.signal?.throwIfAborted();
      return this.answer(question);
    },
    search: () => Promise.reject(new Error("not scripted")),
    chatStream: () => {
      throw new Error("not scripted");
    },
    forget: () => Promise.reject(new Error("not scripted")),
    usage: () => Promise.reject(new Error("not scripted")),
    exportProject: () => Promise.reject(new Error("not scripted")),
    documents: {
      list: () => Promise.resolve({ data: this.documents, nextCursor: null }),
      get: () => Promise.reject(new Error("not scripted")),
      upload: () => Promise.reject(new Error("not scripted")),
      replace: () => Promise.reject(new Error("not scripted")),
      retry: () => Promise.reject(new Error("not scripted")),
      remove: () => Promise.reject(new Error("not scripted")),
      page: (id, page) => this.page(id, page),
      content: () => Promise.reject(new Error("not scripted")),
    },
  };

  private page(id: string, page: number): Promise<DocumentPage> {
    const text = this.texts.get(id);
    if (text === undefined) return Promise.reject(new Error("not scripted"));
    return Promise.resolve({ page, text, width: null, height: null, blocks: [{ kind: "paragraph", text, bbox: null, start: 0, end: text.length }] });
  }

  private answer(question: string): ChatAnswer {
    const text = this.answers.get(question);
    const [document] = this.documents;
    const common = { mode: "extractive", sessionId: "ses_1", messageId: "msg_1", tookMs: 1 } as const;
    if (text === undefined || document === undefined)
      return { ...common, answer: "Your documents do not say.", refused: true, grounding: "refused", label: null, citations: [], confidence: 0, indexedAt: null };
    const quote = { index: 1, documentId: document.id, documentName: document.name, page: 1, quote: text, start: 0, end: text.length, score: 0.9 };
    return {
      ...common,
      answer: `${text} [1]`,
      refused: false,
      grounding: "answered",
      label: ANSWER_LABEL,
      citations: [quote],
      confidence: 0.9,
      indexedAt: document.indexedAt,
    };
  }
}

/** A document that answers. */
export function readyDocument(name: string, version = 1): EngineDocument {
  return {
    id: `doc_${name}`,
    name,
    status: "ready",
    version,
    contentType: "text/markdown",
    bytes: 100,
    sha256: `${name} ${version}`,
    pageCount: 1,
    chunkCount: 1,
    error: null,
    progress: { stage: "ready", done: 1, total: 1 },
    answers: true,
    createdAt: "2026-01-01T00:00:00Z",
    indexedAt: "2026-01-01T00:00:00Z",
  };
}
