"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

import type { Turn } from "@/components/chat/conversation";

/** So near to the end, in pixels, counts as at the end. */
const NEAR = 96;

/**
 * Keeps the end of a growing conversation in view, until the person scrolls up; a new question follows again. When an answer has
 * come whole and its turn is taller than the window, the page stays where it is, so that the text is not pushed away by its sources.
 */
export function useFollowingScroll(turns: readonly Turn[], end: RefObject<HTMLElement | null>): void {
  const following = useRef(true);
  const before = useRef<{ key: string | undefined; open: boolean }>({ key: undefined, open: false });

  useEffect(() => {
    let last = window.scrollY;
    const notice = () => {
      const up = window.scrollY < last;
      last = window.scrollY;
      if (isNear(end.current)) following.current = true;
      else if (up) following.current = false;
    };
    window.addEventListener("scroll", notice, { passive: true });
    return () => window.removeEventListener("scroll", notice);
  }, [end]);

  useLayoutEffect(() => {
    const turn = turns.at(-1);
    const open = turn?.state === "asking";
    const { key, open: wasOpen } = before.current;
    before.current = { key: turn?.key, open };
    if (turn === undefined || (!open && !wasOpen)) return;
    if (open && turn.key !== key) following.current = true;
    if (following.current && (open || fits(end.current))) end.current?.scrollIntoView({ block: "end" });
  }, [turns, end]);
}

function isNear(end: HTMLElement | null): boolean {
  return end !== null && end.getBoundingClientRect().bottom <= window.innerHeight + NEAR;
}

/** Whether the last turn, which stands before the end, is shorter than the window. */
function fits(end: HTMLElement | null): boolean {
  const turn = end?.previousElementSibling?.lastElementChild;
  return turn == null || turn.getBoundingClientRect().height < window.innerHeight * 0.7;
}
