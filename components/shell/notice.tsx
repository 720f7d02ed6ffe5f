import type { ReactNode } from "react";

interface NoticeProps {
  title: string;
  /** A sentence or two: what has happened, and what to do next. */
  children: ReactNode;
  /** The ways on. */
  actions: ReactNode;
}

/** The middle of a page that has only something to say. */
export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <div className="mx-auto flex w-full max-w-md grow flex-col items-center justify-center gap-6 px-4 py-20 text-center">
      <div className="space-y-2">
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        <div className="text-pretty text-muted-foreground">{children}</div>
      </div>
      <div className="flex flex-wrap justify-center gap-3">{actions}</div>
    </div>
  );
}
