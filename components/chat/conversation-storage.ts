import { z } from "zod";

import { type Conversation, type SettledTurn, settledTurn } from "@/components/chat/conversation";

/** Whose conversations these are; the person as well, for one browser tab may be used by two people after one another. */
export interface ConversationOwner {
  org: string;
  project: string;
  personId: string;
}

/** The part of the browser's storage that is used. */
export type TextStorage = Pick<Storage, "getItem" | "setItem">;

/** The most turns of one conversation that are kept: the last ones. */
const TURNS_KEPT = 50;

const stored = z.object({ personId: z.string(), turns: z.array(settledTurn) });
const storedLast = z.object({ personId: z.string(), sessionId: z.string() });

/** Conversations of one browser tab, which end with the tab. A full or forbidden storage keeps nothing and breaks nothing. */
export class ConversationStorage {
  readonly #owner: ConversationOwner;
  readonly #storage: () => TextStorage;

  constructor(owner: ConversationOwner, storage: () => TextStorage) {
    this.#owner = owner;
    this.#storage = storage;
  }

  /** The turns of a session of this owner; null when none are kept. */
  read(sessionId: string): SettledTurn[] | null {
    const kept = this.#read(this.#keyOf(sessionId), stored);
    return kept !== null && kept.personId === this.#owner.personId ? kept.turns : null;
  }

  /** The session that was used last; null when there is none. */
  lastSession(): string | null {
    const last = this.#read(this.#keyOf("last"), storedLast);
    return last !== null && last.personId === this.#owner.personId ? last.sessionId : null;
  }

  /** Keeps what has settled of a conversation that has a session. */
  write({ sessionId, turns }: Conversation): void {
    if (sessionId === null) return;
    const { personId } = this.#owner;
    const settled = turns.filter((turn) => turn.state !== "asking").slice(-TURNS_KEPT);
    try {
      this.#storage().setItem(this.#keyOf(sessionId), JSON.stringify({ personId, turns: settled }));
      this.#storage().setItem(this.#keyOf("last"), JSON.stringify({ personId, sessionId }));
    } catch {
      // Without storage the conversation lives as long as the page does.
    }
  }

  #keyOf(name: string): string {
    const { org, project } = this.#owner;
    return `citadel.chat/${org}/${project}/${name}`;
  }

  #read<Schema extends z.ZodType>(key: string, schema: Schema): z.output<Schema> | null {
    try {
      const text = this.#storage().getItem(key);
      return text === null ? null : schema.parse(JSON.parse(text));
    } catch {
      return null;
    }
  }
}
