"use client";

import { useEffect, useState } from "react";

import { type ProjectAddress, projectPath } from "@/components/chat/project-address";
import type { Source } from "@/lib/portal/connectors/source";

const BUSY_MS = 1_500;
const QUIET_MS = 20_000;

/** Whether something happens with a source at the moment. */
export function isMoving({ status }: Source): boolean {
  return status === "waiting" || status === "syncing" || status === "leaving";
}

/** The sources as they are now: looked at often while one is synchronised, and seldom else. */
export function useSources(address: ProjectAddress, given: readonly Source[]): readonly Source[] {
  const [sources, setSources] = useState(given);
  const [seen, setSeen] = useState(given);
  if (given !== seen) {
    setSeen(given);
    setSources(given);
  }
  const url = projectPath(address, "api/connectors");
  const everyMs = sources.some(isMoving) ? BUSY_MS : QUIET_MS;
  useEffect(() => {
    const stop = new AbortController();
    const look = setInterval(() => {
      if (document.hidden) return;
      void readSources(url, stop.signal).then((next) => {
        if (next !== null && !stop.signal.aborted) setSources(next);
      });
    }, everyMs);
    return () => {
      clearInterval(look);
      stop.abort();
    };
  }, [url, everyMs]);
  return sources;
}

/** Null when they could not be read, which the next look may mend. */
async function readSources(url: string, signal: AbortSignal): Promise<Source[] | null> {
  try {
    const response = await fetch(url, { signal, headers: { accept: "application/json" } });
    return response.ok ? (await response.json()).data : null;
  } catch {
    return null;
  }
}
