"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";

import { askStream } from "@/components/chat/ask-stream";
import type { Conversation } from "@/components/chat/conversation";
import { type ConversationOwner, ConversationStorage } from "@/components/chat/conversation-storage";
import { ConversationStore } from "@/components/chat/conversation-store";
import { projectPath } from "@/components/chat/project-address";

/** What is known where there is no browser yet: nothing was asked. */
const BEFORE: Conversation = { sessionId: null, turns: [] };

/** A conversation with the documents of a project, and what one can do in it. */
export interface UsedConversation {
  conversation: Conversation;
  store: ConversationStore;
  /** The session that was used last in this tab, to go back to from a new conversation. */
  lastSession: string | null;
}

/** The conversation that the address names (`?session=`), kept in step with it. Leaving the page stops an answer that is coming. */
export function useConversation({ org, project, personId }: ConversationOwner): UsedConversation {
  const sessionId = useSearchParams().get("session");
  const [storage] = useState(() => new ConversationStorage({ org, project, personId }, () => window.sessionStorage));
  const [store] = useState(() => {
    const address = projectPath({ org, project }, "api/chat");
    return new ConversationStore((input, signal) => askStream(address, input, signal), storage, sessionId);
  });
  const conversation = useSyncExternalStore(store.subscribe, store.snapshot, () => BEFORE);
  const lastSession = useSyncExternalStore(store.subscribe, () => storage.lastSession(), () => null);
  useEffect(() => store.follow(sessionId), [store, sessionId]);
  useEffect(() => {
    const unsubscribe = store.subscribe(() => showInAddress(store.snapshot().sessionId));
    return () => {
      unsubscribe();
      store.stop();
    };
  }, [store]);
  return { conversation, store, lastSession };
}

/** The address of this conversation, so that it is there again after a way through the documents. */
function showInAddress(sessionId: string | null): void {
  const url = new URL(window.location.href);
  if (url.searchParams.get("session") === sessionId) return;
  if (sessionId === null) url.searchParams.delete("session");
  else url.searchParams.set("session", sessionId);
  window.history.replaceState(null, "", url);
}
