"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

import { cn } from "@/components/ui/cn";

/** A few words about a control; they only repeat what its name says already. */
export function Tooltip({ children, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Provider delayDuration={300}>
      <Primitive.Root {...props}>{children}</Primitive.Root>
    </Primitive.Provider>
  );
}

/** The control. */
export const TooltipTrigger = Primitive.Trigger;

/** The words. */
export function TooltipContent({ className, sideOffset = 4, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content sideOffset={sideOffset} className={cn("z-50 max-w-xs rounded-md bg-foreground px-3 py-1.5 text-xs text-background shadow-md", className)} {...props} />
    </Primitive.Portal>
  );
}
