import type { ComponentProps } from "react";

import { cn } from "@/components/ui/cn";

/** The place of something that is on its way. Screen readers hear nothing of it: say it in words beside it. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return <div data-slot="skeleton" aria-hidden className={cn("animate-pulse rounded-md bg-muted motion-reduce:animate-none", className)} {...props} />;
}
