import { useState } from "react";

import { Input } from "@/components/ui/input";

interface PageFieldProps {
  /** From 1. */
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

/** The number of the page that is looked at; another one that is typed in is gone to. */
export function PageField({ page, pages, onPage }: PageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const wanted = Number(typed);
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1) onPage(Math.min(wanted, pages));
    setTyped(null);
  };
  return (
    <form
      className="flex items-center gap-1.5 text-sm tabular-nums"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <Input
        aria-label={`Page, of ${pages}`}
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? String(page)}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, ""))}
        onFocus={(event) => event.target.select()}
        onBlur={go}
        className="h-8 w-14 px-2 text-center"
      />
      <span aria-hidden className="whitespace-nowrap text-muted-foreground">
        of {pages}
      </span>
    </form>
  );
}
