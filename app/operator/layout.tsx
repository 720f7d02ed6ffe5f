import type { ReactNode } from "react";

import { DeskHeader } from "@/components/operator/desk-header";

/** The frame of the operator's desk. Each page asks for an operator itself. */
export default function OperatorLayout({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh">
      <DeskHeader />
      <main id="content" className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
        {children}
      </main>
    </div>
  );
}
