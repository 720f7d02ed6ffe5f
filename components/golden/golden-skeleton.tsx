import { Skeleton } from "@/components/ui/skeleton";

/** The golden page's contents while they are on their way. */
export function GoldenSkeleton() {
  return (
    <div role="status" className="space-y-8">
      <span className="sr-only">Loading the golden questions</span>
      <Skeleton className="h-44 w-full rounded-xl" />
      <Skeleton className="h-20 w-full rounded-xl" />
      <div className="space-y-3">
        <Skeleton className="h-28 w-full" />
        <Skeleton className="h-28 w-full" />
        <Skeleton className="h-28 w-full" />
      </div>
    </div>
  );
}
