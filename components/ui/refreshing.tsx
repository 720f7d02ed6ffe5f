"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** Between two looks, in ms. */
const EVERY_MS = 2_000;

/** Has the page ask again while something on it goes on. */
export function Refreshing() {
  const router = useRouter();
  const [asking, ask] = useTransition();
  useEffect(() => {
    // A server that takes longer than that is not asked twice: the second question would take the place of the first.
    if (asking) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") ask(() => router.refresh());
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router, asking]);
  return null;
}
