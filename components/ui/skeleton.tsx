import type { ComponentProps } from "react";

import { cn } from "@/components/ui/cn";

/** The place of something that is on its way. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return <div aria-hidden className={cn("animate-pulse rounded-md bg-muted", className)} {...props} />;
}
