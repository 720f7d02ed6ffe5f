"use client";

import { MessageSquarePlus } from "lucide-react";
import { useCallback, useRef, useState } from "react";

import { Announcer } from "@/components/chat/announcer";
import type { ChatSetting } from "@/components/chat/chat-setting";
import { Composer } from "@/components/chat/composer";
import type { Turn } from "@/components/chat/conversation";
import { EmptyChat } from "@/components/chat/empty-chat";
import { NothingToAsk } from "@/components/chat/nothing-to-ask";
import { TrialNotice } from "@/components/chat/trial-notice";
import { TurnView } from "@/components/chat/turn-view";
import { useConversation } from "@/components/chat/use-conversation";
import { useFollowingScroll } from "@/components/chat/use-following-scroll";
import { Button } from "@/components/ui/button";

/** The chat of a project: the conversation, and the box to ask in. */
export function Chat({ setting }: { setting: ChatSetting }) {
  const { address, personId, answering, askingEnabled } = setting;
  const { conversation, store, lastSession } = useConversation({ ...address, personId });
  const { turns, sessionId } = conversation;
  const field = useRef<HTMLTextAreaElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useFollowingScroll(turns, end);

  const busy = turns.at(-1)?.state === "asking";
  // A conversation that is only shown again is not read out.
  const [hasAsked, setHasAsked] = useState(false);
  const ask = useCallback(
    (question: string) => {
      setHasAsked(true);
      void store.ask(question);
    },
    [store],
  );
  const again = useCallback(
    (turn: Turn) => {
      setHasAsked(true);
      void store.askAgain(turn);
    },
    [store],
  );
  const begin = useCallback(() => {
    store.begin();
    field.current?.focus();
  }, [store]);
  const anew = useCallback(
    (question: string) => {
      store.begin();
      ask(question);
    },
    [store, ask],
  );
  const nothingToAsk = answering === 0 && turns.length === 0;
  return (
    <div className="mx-auto flex w-full max-w-3xl grow flex-col px-4 pt-8 sm:px-6">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="text-2xl font-semibold tracking-tight">Ask your docs</h1>
        {(turns.length > 0 || sessionId !== null) && (
          <Button type="button" variant="outline" size="sm" onClick={begin}>
            <MessageSquarePlus aria-hidden />
            New conversation
          </Button>
        )}
      </header>
      {!askingEnabled && <TrialNotice address={address} />}
      <div className="flex grow flex-col py-8">
        {nothingToAsk ? (
          <NothingToAsk setting={setting} />
        ) : turns.length === 0 ? (
          <EmptyChat address={address} examples={setting.examples} continues={sessionId !== null} lastSession={lastSession} onAsk={ask} />
        ) : (
          <div className="space-y-10">
            {turns.map((turn) => (
              <TurnView key={turn.key} turn={turn} busy={busy} setting={setting} onAgain={again} onAnew={anew} />
            ))}
          </div>
        )}
        <div ref={end} aria-hidden className="scroll-mb-44" />
      </div>
      <Announcer turn={hasAsked ? turns.at(-1) : undefined} />
      {!nothingToAsk && (
        <div className="sticky bottom-0 -mx-1 bg-linear-to-t from-background from-80% to-transparent px-1 pt-4 pb-4">
          <Composer busy={busy} field={field} onAsk={ask} onStop={() => store.stop()} />
        </div>
      )}
    </div>
  );
}
