import type { ReactNode } from "react";

import { Brand } from "@/components/shell/brand";

/** A page that says one thing and offers a way on. */
export function MessagePage({ title, children, actions }: { title: string; children: ReactNode; actions: ReactNode }) {
  return (
    <main id="content" className="mx-auto flex min-h-[70dvh] w-full max-w-md flex-col justify-center gap-6 px-4 py-16">
      <Brand />
      <div className="space-y-2">
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        <div className="space-y-2 text-muted-foreground">{children}</div>
      </div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </main>
  );
}
