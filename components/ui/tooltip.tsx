"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

import { cn } from "@/components/ui/cn";
import { FLOATING } from "@/components/ui/overlay";

/** A word or two about a button. Never the only place where something is said: touch screens do not show it. */
export function Tooltip(props: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Provider delayDuration={300}>
      <Primitive.Root data-slot="tooltip" {...props} />
    </Primitive.Provider>
  );
}

/** What the hint is about. */
export function TooltipTrigger(props: ComponentProps<typeof Primitive.Trigger>) {
  return <Primitive.Trigger data-slot="tooltip-trigger" {...props} />;
}

/** The hint itself. */
export function TooltipContent({ className, sideOffset = 6, collisionPadding = 8, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        data-slot="tooltip-content"
        sideOffset={sideOffset}
        collisionPadding={collisionPadding}
        className={cn(
          FLOATING,
          "w-fit max-w-xs origin-(--radix-tooltip-content-transform-origin) rounded-md bg-foreground px-2.5 py-1.5 text-xs text-balance text-background",
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}
