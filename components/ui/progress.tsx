import { Progress as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

import { cn } from "@/components/ui/cn";

/** How far something has come, 0–100; without a value it is under way. */
export function Progress({ className, value, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root value={value ?? null} className={cn("relative h-1.5 w-full overflow-hidden rounded-full bg-secondary", className)} {...props}>
      <Primitive.Indicator
        className={cn("size-full rounded-full bg-primary transition-transform", value == null && "w-1/3 animate-pulse")}
        style={value == null ? undefined : { transform: `translateX(-${100 - value}%)` }}
      />
    </Primitive.Root>
  );
}
