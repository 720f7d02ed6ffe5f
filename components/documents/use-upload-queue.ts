"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";

import { sendFileTo } from "@/components/documents/send-file";
import { isOver, type UploadItem } from "@/components/documents/upload-item";
import { UploadQueue } from "@/components/documents/upload-queue";
import type { EngineDocument } from "@/lib/engine/contract";

/** One for each address in this tab, so that uploads go on while a person looks at another page. Signing out loads the tab anew. */
const queues = new Map<string, UploadQueue>();
const NONE: readonly UploadItem[] = [];

/** The tab's uploads to an address. `onStored` hears of each document that was taken in while the page is shown. */
export function useUploadQueue(address: string, onStored: (document: EngineDocument) => void): { queue: UploadQueue; items: readonly UploadItem[] } {
  const [queue] = useState(() => queueOf(address));
  const items = useSyncExternalStore(queue.subscribe, queue.snapshot, () => NONE);
  const stored = useEffectEvent(onStored);
  useEffect(() => queue.onStored((document) => stored(document)), [queue]);
  useLeaveWarning(items.some((item) => !isOver(item)));
  return { queue, items };
}

function queueOf(address: string): UploadQueue {
  const queue = queues.get(address) ?? new UploadQueue(sendFileTo(address));
  // The server renders for everyone in one process: nothing is kept there.
  if (typeof window !== "undefined") queues.set(address, queue);
  return queue;
}

/** Lets the browser ask before the tab is closed while files are on their way. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [active]);
}
