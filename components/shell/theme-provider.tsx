"use client";

import { ThemeProvider as Themes } from "next-themes";
import type { ReactNode } from "react";

/** Light, dark, or as the system has it: a class on `html`, set before the first paint. `nonce` is the page's, where it has one. */
export function ThemeProvider({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  return (
    <Themes attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange {...(nonce === undefined ? {} : { nonce })}>
      {children}
    </Themes>
  );
}
