import type { ReactNode } from "react";

import { SampleAnswer } from "@/components/auth/sample-answer";
import { SecurityLink } from "@/components/security/security-link";
import { Brand } from "@/components/shell/brand";

/** A page with one thing to do in the middle of it, and what the product promises beside it on wide screens. */
export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <aside className="hidden flex-col justify-between gap-10 border-r bg-muted p-12 lg:flex">
        <Brand className="text-lg" />
        <div className="space-y-10">
          <p className="max-w-sm text-2xl leading-snug font-medium tracking-tight text-balance">
            Ask your own documents, and open the very passage every answer rests on.
          </p>
          <SampleAnswer />
        </div>
        <p className="max-w-sm text-sm text-muted-foreground">
          Every customer has documents, keys and answers of their own. Nobody else can see a word of them.
        </p>
      </aside>
      <main id="content" tabIndex={-1} className="flex flex-col items-center justify-center gap-8 px-4 py-10 sm:px-8">
        <div className="lg:hidden">
          <Brand className="text-lg" />
        </div>
        <div className="w-full max-w-sm">{children}</div>
        <SecurityLink />
      </main>
    </div>
  );
}
