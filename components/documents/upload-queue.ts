import { RequestFailure } from "@/components/documents/request-failure";
import type { SendFile, Sending } from "@/components/documents/send-file";
import { isOver, isUnderWay, type PickedFile, type UploadItem } from "@/components/documents/upload-item";
import { type EngineDocument, MAX_FILE_BYTES } from "@/lib/engine/contract";

/** Files that go out at the same time. */
const AT_ONCE = 3;

const TOO_LARGE = `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Split it into smaller files and upload those.`;
const LOST = "Something went wrong on our side. Try again in a moment.";

/** The files of this page on their way to the engine, some at a time, in the order they were chosen. */
export class UploadQueue {
  readonly #send: SendFile;
  readonly #listeners = new Set<() => void>();
  readonly #onStored = new Set<(document: EngineDocument) => void>();
  readonly #sendings = new Map<number, Sending>();
  #items: readonly UploadItem[] = [];
  #nextKey = 1;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(send: SendFile) {
    this.#send = send;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly snapshot = (): readonly UploadItem[] => this.#items;

  /** Tells of each document that was taken in; the returned function ends that. */
  onStored(listener: (document: EngineDocument) => void): () => void {
    this.#onStored.add(listener);
    return () => void this.#onStored.delete(listener);
  }

  /** Takes files in. What is too large is not sent at all. */
  add(files: readonly PickedFile[]): void {
    const items = files.map((picked): UploadItem => {
      const fresh = { ...picked, key: this.#nextKey++, sent: 0 };
      return picked.file.size > MAX_FILE_BYTES ? { ...fresh, step: "failed", note: TOO_LARGE } : { ...fresh, step: "waiting", note: null };
    });
    this.#publish([...this.#items, ...items]);
    this.#sendNext();
  }

  /** Stops a file, or keeps it from being sent. */
  cancel(key: number): void {
    this.#sendings.get(key)?.cancel();
    this.#sendings.delete(key);
    this.#change(key, { step: "cancelled", note: null });
    this.#sendNext();
  }

  /** Stops every file that is not over. */
  cancelAll(): void {
    const open = this.#items.filter((item) => !isOver(item));
    for (const { key } of open) {
      this.#sendings.get(key)?.cancel();
      this.#sendings.delete(key);
    }
    this.#publish(this.#items.map((item) => (isOver(item) ? item : { ...item, step: "cancelled", note: null })));
  }

  /** Sends a file that failed or was cancelled once more. */
  sendAgain(key: number): void {
    this.#change(key, { step: "waiting", sent: 0, note: null });
    this.#sendNext();
  }

  /** Takes what is over off the page. */
  clear(): void {
    this.#publish(this.#items.filter((item) => !isOver(item)));
  }

  #publish(items: readonly UploadItem[]): void {
    this.#items = items;
    for (const listener of this.#listeners) listener();
  }

  #change(key: number, change: Partial<UploadItem>): void {
    this.#publish(this.#items.map((item) => (item.key === key ? { ...item, ...change } : item)));
  }

  #sendNext(): void {
    while (this.#pause === undefined && this.#items.filter(isUnderWay).length < AT_ONCE) {
      const next = this.#items.find(({ step }) => step === "waiting");
      if (next === undefined) return;
      void this.#sendOne(next);
    }
  }

  async #sendOne(item: UploadItem): Promise<void> {
    const { key } = item;
    this.#change(key, { step: "sending", note: null });
    const sending = this.#send(item, (sent) => {
      if (this.#sendings.get(key) === sending) this.#change(key, { sent, step: sent < item.file.size ? "sending" : "storing" });
    });
    this.#sendings.set(key, sending);
    try {
      const { document, created } = await sending.stored;
      if (this.#sendings.get(key) !== sending) return;
      this.#change(key, { step: created ? "stored" : "there", sent: item.file.size });
      for (const listener of this.#onStored) listener(document);
    } catch (thrown) {
      if (this.#sendings.get(key) !== sending) return;
      this.#fail(key, thrown);
    }
    this.#sendings.delete(key);
    this.#sendNext();
  }

  /** An engine that has enough to read says when to come back; the file waits until then with all that follow. */
  #fail(key: number, thrown: unknown): void {
    const failure = thrown instanceof RequestFailure ? thrown : new RequestFailure(LOST, {}, thrown);
    if (failure.code !== "rate_limited") return this.#change(key, { step: "failed", sent: 0, note: failure.message });
    this.#change(key, { step: "waiting", sent: 0, note: failure.message });
    this.#pause ??= setTimeout(() => {
      this.#pause = undefined;
      this.#sendNext();
    }, (failure.retryAfterSeconds ?? 10) * 1000);
  }
}
