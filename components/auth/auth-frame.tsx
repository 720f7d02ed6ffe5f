import type { ReactNode } from "react";

import { Brand } from "@/components/shell/brand";

/** A page with one thing to do in the middle of it, and what the product promises beside it on wide screens. */
export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <aside className="hidden flex-col justify-between border-r bg-muted p-12 lg:flex">
        <Brand className="text-lg" />
        <p className="max-w-sm text-2xl leading-snug font-medium text-balance">
          Ask your own documents, and open the very passage every answer rests on.
        </p>
        <p className="max-w-sm text-sm text-muted-foreground">
          Every customer has documents, keys and answers of their own. Nobody else can see a word of them.
        </p>
      </aside>
      <main id="content" className="flex flex-col items-center justify-center gap-8 px-4 py-10 sm:px-8">
        <div className="lg:hidden">
          <Brand className="text-lg" />
        </div>
        <div className="w-full max-w-sm">{children}</div>
      </main>
    </div>
  );
}
