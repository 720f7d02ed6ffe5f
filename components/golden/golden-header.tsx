import Link from "next/link";

import { type GoldenAddress, goldenPath } from "@/components/golden/golden-address";

interface GoldenHeaderProps {
  address: GoldenAddress;
  here: "questions" | "runs" | "suggestions";
  /** Whether the person may write questions. */
  mayWrite: boolean;
  title: string;
  /** What the page is for, in a sentence or two. */
  children: string;
}

const PLACES = [
  { here: "questions", name: "Questions", below: "", write: false },
  { here: "runs", name: "Runs", below: "/runs", write: false },
  { here: "suggestions", name: "Suggestions", below: "/suggestions", write: true },
] as const;

/** The head of every page of the golden questions, with the way to the others. */
export function GoldenHeader({ address, here, mayWrite, title, children }: GoldenHeaderProps) {
  return (
    <header className="space-y-5 print:hidden">
      <div className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        <p className="max-w-prose text-sm text-muted-foreground">{children}</p>
      </div>
      <nav aria-label="Golden questions" className="inline-flex rounded-lg bg-muted p-1">
        {PLACES.filter(({ write }) => mayWrite || !write).map((place) => (
          <Link
            key={place.here}
            href={goldenPath(address, place.below)}
            aria-current={place.here === here ? "page" : undefined}
            className="rounded-md px-3 py-1 text-sm font-medium text-muted-foreground outline-none hover:text-foreground focus-visible:ring-[3px] focus-visible:ring-ring/60 aria-[current=page]:bg-background aria-[current=page]:text-foreground aria-[current=page]:shadow-xs"
          >
            {place.name}
          </Link>
        ))}
      </nav>
    </header>
  );
}
