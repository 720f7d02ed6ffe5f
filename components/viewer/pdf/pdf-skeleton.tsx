import { Skeleton } from "@/components/ui/skeleton";

/** A PDF on its way. */
export function PdfSkeleton() {
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col">
      <span className="sr-only">Opening the document</span>
      <div className="flex items-center justify-between border-b px-4 py-1.5">
        <Skeleton className="h-9 w-40" />
        <Skeleton className="h-9 w-40" />
      </div>
      <div className="min-h-0 flex-1 overflow-hidden bg-muted p-4">
        <div className="mx-auto h-full max-w-[1040px] space-y-4 rounded-xs bg-white p-[8%] dark:bg-neutral-200">
          {["w-1/2", "w-full", "w-11/12", "w-10/12", "w-2/3"].map((width) => (
            <div key={width} className={`h-3 animate-pulse rounded-sm bg-neutral-200 dark:bg-neutral-300 ${width}`} />
          ))}
        </div>
      </div>
    </div>
  );
}
