"use client";

import { Progress as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

import { cn } from "@/components/ui/cn";

/** How far something has come: `value` from 0 to 100, or null when nobody knows. It needs an `aria-label`. */
export function Progress({ className, value = null, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      data-slot="progress"
      value={value}
      className={cn("relative h-1.5 w-full overflow-hidden rounded-full bg-primary/20", className)}
      {...props}
    >
      <Primitive.Indicator
        data-slot="progress-indicator"
        className="h-full w-full rounded-full bg-primary transition-transform duration-300 data-[state=indeterminate]:animate-to-and-fro"
        style={value === null ? undefined : { transform: `translateX(-${100 - Math.min(100, Math.max(0, value))}%)` }}
      />
    </Primitive.Root>
  );
}
