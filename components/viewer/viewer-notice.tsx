import { Info } from "lucide-react";

/** A sentence about what is shown, above the document. */
export function ViewerNotice({ children }: { children: string }) {
  return (
    <p role="status" className="flex items-start gap-2 border-b bg-amber-50 px-4 py-2.5 text-sm text-amber-950 dark:bg-amber-950/40 dark:text-amber-100">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </p>
  );
}
