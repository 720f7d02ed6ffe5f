import { AskFailure, type Failure, onTheWay } from "@/components/chat/ask-failure";
import { afterEvent, type Conversation, failedTurn, NOTHING_ASKED, type OpenTurn, openTurn, stoppedTurn, type Turn } from "@/components/chat/conversation";
import type { ConversationStorage } from "@/components/chat/conversation-storage";
import { Silence } from "@/components/chat/silence";
import type { ChatEvent, ChatInput } from "@/lib/engine/contract";

/** Asks a question and yields the answer's events. Throws AskFailure, or the signal's reason. */
export type Ask = (input: ChatInput, signal: AbortSignal) => AsyncIterable<ChatEvent>;

const BROKEN = "The answer could not be shown. Try again.";

/**
 * One conversation with the documents, outside of React so that it can be told and tested apart from any page. One question is
 * asked at a time.
 */
export class ConversationStore {
  readonly #ask: Ask;
  readonly #storage: ConversationStorage;
  readonly #listeners = new Set<() => void>();
  #conversation: Conversation;
  #running: AbortController | null = null;
  #count = 0;

  /** `sessionId` is the address's: what is kept of it is there at once. */
  constructor(ask: Ask, storage: ConversationStorage, sessionId: string | null) {
    this.#ask = ask;
    this.#storage = storage;
    this.#conversation = this.#kept(sessionId);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Conversation => this.#conversation;

  /** Shows the conversation of an address: what is kept of its session, or a new one. The one that is shown already stays. */
  follow(sessionId: string | null): void {
    if (sessionId === this.#conversation.sessionId) return;
    this.stop();
    this.#show(this.#kept(sessionId));
  }

  /** Begins a new conversation. */
  begin(): void {
    this.stop();
    this.#show(NOTHING_ASKED);
  }

  /** Asks a question; does nothing while another one is being answered. Settles when the answer has come, or has not. */
  async ask(question: string): Promise<void> {
    if (this.#running !== null) return;
    const stop = new AbortController();
    this.#running = stop;
    const key = `turn-${(this.#count += 1)}-${Date.now()}`;
    const { sessionId } = this.#conversation;
    this.#show({ ...this.#conversation, turns: [...this.#conversation.turns, openTurn(key, question, sessionId !== null)] });
    await this.#follow(key, { question, ...(sessionId === null ? {} : { sessionId }) }, stop);
  }

  /** Asks the question of a turn that brought no answer once more; the turn goes, its question comes last. */
  async askAgain(turn: Turn): Promise<void> {
    if (this.#running !== null) return;
    this.#show({ ...this.#conversation, turns: this.#conversation.turns.filter(({ key }) => key !== turn.key) });
    await this.ask(turn.question);
  }

  /** Stops the answer that is coming, if one is: the engine stops as well. */
  stop(): void {
    this.#running?.abort();
    this.#settleOpen(stoppedTurn);
  }

  #kept(sessionId: string | null): Conversation {
    return sessionId === null ? NOTHING_ASKED : { sessionId, turns: this.#storage.read(sessionId) ?? [] };
  }

  async #follow(key: string, input: ChatInput, stop: AbortController): Promise<void> {
    const silence = new Silence(
      () => this.#change(key, (turn) => ({ ...turn, slow: true })),
      (failure) => this.#fail(key, failure, stop),
    );
    try {
      for await (const event of this.#ask(input, stop.signal)) {
        if (stop.signal.aborted) return;
        silence.broken();
        if (event.event === "done") this.#conversation = { ...this.#conversation, sessionId: event.data.sessionId };
        this.#change(key, (turn) => afterEvent(turn, event));
      }
    } catch (thrown) {
      if (!stop.signal.aborted) this.#fail(key, thrown instanceof AskFailure ? thrown.failure : onTheWay(BROKEN), stop);
    } finally {
      silence.end();
      if (this.#running === stop) this.#running = null;
    }
  }

  #fail(key: string, failure: Failure, stop: AbortController): void {
    this.#change(key, (turn) => failedTurn(turn, failure));
    stop.abort();
    if (this.#running === stop) this.#running = null;
  }

  /** Changes a turn that is still open; one that has settled stays as it is. */
  #change(key: string, change: (turn: OpenTurn) => Turn): void {
    this.#changeOpen((turn) => (turn.key === key ? change(turn) : turn));
  }

  #settleOpen(settle: (turn: OpenTurn) => Turn): void {
    this.#running = null;
    this.#changeOpen(settle);
  }

  #changeOpen(change: (turn: OpenTurn) => Turn): void {
    if (!this.#conversation.turns.some(({ state }) => state === "asking")) return;
    const turns = this.#conversation.turns.map((turn) => (turn.state === "asking" ? change(turn) : turn));
    this.#show({ ...this.#conversation, turns });
    if (turns.every(({ state }) => state !== "asking")) this.#storage.write(this.#conversation);
  }

  #show(conversation: Conversation): void {
    this.#conversation = conversation;
    for (const listener of this.#listeners) listener();
  }
}
