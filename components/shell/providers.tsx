"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";

/** The theme: the person's choice, or their system's. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      {children}
    </ThemeProvider>
  );
}
