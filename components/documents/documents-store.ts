import { continued, isUnfinished, sameRows, updated, without } from "@/components/documents/document-list";
import type { DocumentsApi, Filter } from "@/components/documents/documents-api";
import { pollDelay } from "@/components/documents/poll-delay";
import { readAgain } from "@/components/documents/read-again";
import { failureFrom, RequestFailure } from "@/components/documents/request-failure";
import { filterNews, statusNews } from "@/components/documents/status-news";
import type { DocumentList, EngineDocument } from "@/lib/engine/contract";

/** What the page shows. */
export interface DocumentsState {
  list: DocumentList;
  filter: Filter;
  /** What is on its way: the rows of a new filter, or the next page. */
  loading: "nothing" | "filter" | "more";
  /** Why the list is not up to date; null when it is. */
  problem: RequestFailure | null;
  /** For screen readers: what has happened last. */
  news: string;
}

/** What the page begins with. */
export interface FirstState {
  list: DocumentList | null;
  filter: Filter;
  problem: string | null;
}

/** So long a person may pause between two letters, in ms. */
const TYPING_MS = 250;
/** After these nothing gets better by asking again. */
const FINAL: readonly (string | null)[] = ["unauthorized", "forbidden", "not_found"];

/**
 * The documents on the page. While one of them is unfinished and the tab can be seen, the list is read again by itself; with
 * nothing unfinished it is left alone until the tab is seen again. One request is under way at a time.
 */
export class DocumentsStore {
  readonly #api: DocumentsApi;
  readonly #listeners = new Set<() => void>();
  readonly #deleted = new Set<string>();
  #state: DocumentsState;
  #running = false;
  #visible = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  #again = false;
  #quiet = 0;
  #failures = 0;

  constructor(api: DocumentsApi, { list, filter, problem }: FirstState) {
    this.#api = api;
    const empty = { data: [], nextCursor: null };
    this.#state = { list: list ?? empty, filter, loading: "nothing", problem: problem === null ? null : new RequestFailure(problem), news: "" };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly snapshot = (): DocumentsState => this.#state;

  /** Begins to follow what moves; the returned function ends it. */
  start(): () => void {
    this.#running = true;
    this.#schedule();
    return () => {
      this.#running = false;
      this.#request?.abort();
      this.#request = undefined;
      clearTimeout(this.#timer);
    };
  }

  /** Tells whether the tab can be seen; coming back reads the list once. */
  setVisible(visible: boolean): void {
    const returned = visible && !this.#visible;
    this.#visible = visible;
    if (returned) this.refreshSoon();
    else if (this.#request === undefined) this.#schedule();
  }

  /** Narrows the list; letters typed quickly are one change. */
  setFilter(filter: Filter): void {
    const typing = filter.name !== this.#state.filter.name;
    this.#set({ filter, loading: "filter" });
    this.#after(typing ? TYPING_MS : 0, (signal) => this.#api.list(filter, signal));
  }

  /** Reads the next page. */
  loadMore(): void {
    const { list, filter, loading } = this.#state;
    const cursor = list.nextCursor;
    if (cursor === null || loading !== "nothing") return;
    this.#set({ loading: "more" });
    this.#after(0, async (signal) => continued(this.#state.list, await this.#api.list({ ...filter, cursor }, signal)));
  }

  /** Reads the list again at once: something has been uploaded, or another try is asked for. */
  refreshSoon(): void {
    this.#quiet = 0;
    this.#failures = 0;
    if (this.#state.loading !== "nothing") return;
    this.#again = this.#request !== undefined;
    if (!this.#again) this.#refreshAfter(0);
  }

  /** Shows a document as an answer gave it. */
  put(document: EngineDocument): void {
    this.#set({ list: updated(this.#state.list, document) });
    this.refreshSoon();
  }

  /** Takes a deleted document off the page. */
  drop({ id, name }: EngineDocument): void {
    this.#deleted.add(id);
    this.#set({ list: without(this.#state.list, id), news: `${name} is deleted.` });
    this.refreshSoon();
  }

  #set(change: Partial<DocumentsState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const { list, problem, loading } = this.#state;
    const wanted = problem === null ? list.data.some(isUnfinished) : !FINAL.includes(problem.code);
    if (wanted && this.#visible && loading === "nothing") this.#refreshAfter(pollDelay({ quiet: this.#quiet, failures: this.#failures }));
  }

  #refreshAfter(ms: number): void {
    this.#after(ms, (signal) => readAgain(this.#api, this.#state.list, this.#state.filter, signal));
  }

  /** Whatever was to be read before is not wanted any more. */
  #after(ms: number, work: (signal: AbortSignal) => Promise<DocumentList>): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
    if (this.#running) this.#timer = setTimeout(() => void this.#read(work), ms);
  }

  async #read(work: (signal: AbortSignal) => Promise<DocumentList>): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    try {
      const list = await work(request.signal);
      if (this.#request === request) this.#succeed(list);
    } catch (thrown) {
      if (this.#request === request) this.#fail(failureFrom(thrown));
    }
    if (this.#request !== request) return;
    this.#request = undefined;
    if (this.#again) this.#refreshAfter(0);
    else this.#schedule();
    this.#again = false;
  }

  #succeed(read: DocumentList): void {
    const { list: before, loading, news } = this.#state;
    const list = { ...read, data: read.data.filter(({ id }) => !this.#deleted.has(id)) };
    this.#quiet = sameRows(before, list) ? this.#quiet + 1 : 0;
    this.#failures = 0;
    this.#set({ list, loading: "nothing", problem: null, news: loading === "filter" ? filterNews(list) : statusNews(before.data, list.data) || news });
  }

  /** Rows of an earlier filter would say what is not so. */
  #fail(problem: RequestFailure): void {
    this.#failures += 1;
    const { list, loading } = this.#state;
    this.#set({ list: loading === "filter" ? { data: [], nextCursor: null } : list, loading: "nothing", problem });
  }
}
