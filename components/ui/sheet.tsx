"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

import { cn } from "@/components/ui/cn";

/** A panel that slides in from the side, for navigation on small screens. */
export const Sheet = Primitive.Root;
/** What opens it. */
export const SheetTrigger = Primitive.Trigger;
/** What closes it. */
export const SheetClose = Primitive.Close;
/** What it is. */
export const SheetTitle = Primitive.Title;

/** The panel itself. */
export function SheetContent({ className, children, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-50 bg-black/50" />
      <Primitive.Content
        aria-describedby={undefined}
        className={cn("fixed inset-y-0 left-0 z-50 flex w-[85%] max-w-xs flex-col gap-4 overflow-y-auto border-r bg-card p-5 shadow-lg outline-none", className)}
        {...props}
      >
        {children}
        <Primitive.Close className="absolute top-4 right-4 rounded-sm p-1 text-muted-foreground hover:text-foreground">
          <X aria-hidden className="size-4" />
          <span className="sr-only">Close</span>
        </Primitive.Close>
      </Primitive.Content>
    </Primitive.Portal>
  );
}
