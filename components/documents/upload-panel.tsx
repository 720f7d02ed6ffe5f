import { isOver, type UploadItem } from "@/components/documents/upload-item";
import type { UploadQueue } from "@/components/documents/upload-queue";
import { UploadRow } from "@/components/documents/upload-row";
import { uploadSummary } from "@/components/documents/upload-words";
import { Button } from "@/components/ui/button";

/** So many files that wait for their turn are shown; the rest is a number. */
const MOST_WAITING = 10;

interface UploadPanelProps {
  items: readonly UploadItem[];
  queue: UploadQueue;
}

/** The files of this page on their way, each with its progress, its error and a way to stop it. What was taken in is a row of the list. */
export function UploadPanel({ items, queue }: UploadPanelProps) {
  if (items.length === 0) return null;
  const over = items.every(isOver);
  const waiting = items.filter(({ step }) => step === "waiting");
  const later = new Set(waiting.slice(MOST_WAITING));
  const shown = items.filter((item) => item.step !== "stored" && !later.has(item));
  return (
    <section aria-label="Uploads" className="overflow-hidden rounded-lg border">
      <header className="flex items-center justify-between gap-4 bg-muted/50 py-1.5 pr-2 pl-4">
        <p className="text-sm font-medium tabular-nums">{uploadSummary(items)}</p>
        <Button type="button" variant="ghost" size="sm" onClick={() => (over ? queue.clear() : queue.cancelAll())}>
          {over ? "Clear" : "Cancel all"}
        </Button>
      </header>
      {shown.length > 0 && (
        <ul tabIndex={0} aria-label="Files" className="max-h-80 divide-y overflow-y-auto border-t focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring">
          {shown.map((item) => (
            <UploadRow key={item.key} item={item} onCancel={(key) => queue.cancel(key)} onAgain={(key) => queue.sendAgain(key)} />
          ))}
          {later.size > 0 && <li className="px-4 py-2.5 text-sm text-muted-foreground">{later.size} more wait for their turn</li>}
        </ul>
      )}
      <p role="status" className="sr-only">
        {over ? uploadSummary(items) : ""}
      </p>
    </section>
  );
}
