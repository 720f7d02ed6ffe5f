import type { ReactNode } from "react";

interface SectionProps {
  title: string;
  /** What it does, in a sentence or two. */
  text: string;
  children: ReactNode;
}

/** A part of the page of one's data. */
export function Section({ title, text, children }: SectionProps) {
  return (
    <section className="space-y-4">
      <div className="space-y-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="max-w-prose text-sm text-muted-foreground">{text}</p>
      </div>
      {children}
    </section>
  );
}
