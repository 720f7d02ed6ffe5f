import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** The shape of the documents page while it is on its way. */
export default function DocumentsLoading() {
  return (
    <div className="mx-auto w-full max-w-7xl space-y-6 px-4 py-8 sm:px-6" aria-busy>
      <p role="status" className="sr-only">
        Loading the documents
      </p>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <Skeleton className="h-8 w-40" />
        <Skeleton className="h-9 w-56" />
      </div>
      <Skeleton className="h-9 w-full max-w-sm" />
      <div className="divide-y rounded-lg border">
        {ROWS.map((row) => (
          <div key={row} className="flex items-center gap-6 px-4 py-4">
            <Skeleton className="h-4 grow" />
            <Skeleton className="h-4 w-24" />
          </div>
        ))}
      </div>
    </div>
  );
}
