"use client";

import { type ReactNode, useEffect, useRef } from "react";

interface ScrollToPassageProps {
  /** Which passage it is; null when there is none. Another one is scrolled to anew. */
  passage: string | null;
  children: ReactNode;
}

/** The area in which a text is read: it begins where the marked passage is, and takes the focus so that the keys scroll it. */
export function ScrollToPassage({ passage, children }: ScrollToPassageProps) {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = passage === null ? null : area.current?.querySelector("[data-passage]");
    mark?.scrollIntoView({ block: "center", inline: "nearest" });
    if (document.activeElement === document.body) area.current?.focus({ preventScroll: true, focusVisible: false });
  }, [passage]);
  return (
    <div ref={area} tabIndex={0} role="region" aria-label="Document" className="min-h-0 flex-1 overflow-y-auto outline-none focus-visible:inset-ring-2 focus-visible:inset-ring-ring/60">
      {children}
    </div>
  );
}
