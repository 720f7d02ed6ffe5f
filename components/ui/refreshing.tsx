"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** Has the page ask again while something on it goes on, every so many ms. */
export function Refreshing({ everyMs = 2_000 }: { everyMs?: number }) {
  const router = useRouter();
  const [asking, ask] = useTransition();
  useEffect(() => {
    // A server that takes longer than that is not asked twice: the second question would take the place of the first.
    if (asking) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") ask(() => router.refresh());
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, asking, everyMs]);
  return null;
}
