import { Skeleton } from "@/components/ui/skeleton";

/** The golden page while it is on its way. */
export default function GoldenLoading() {
  return (
    <div role="status" className="mx-auto w-full max-w-4xl space-y-8 px-4 py-8 sm:px-6">
      <span className="sr-only">Loading the golden questions</span>
      <Skeleton className="h-8 w-56" />
      <Skeleton className="h-32 w-full" />
      <div className="space-y-3">
        <Skeleton className="h-28 w-full" />
        <Skeleton className="h-28 w-full" />
        <Skeleton className="h-28 w-full" />
      </div>
    </div>
  );
}
