"use client";

import { AlertDialog as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { OVERLAY } from "@/components/ui/overlay";

/** A question that has to be answered before anything else happens. */
export function AlertDialog(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root data-slot="alert-dialog" {...props} />;
}

/** What asks the question. */
export function AlertDialogTrigger(props: ComponentProps<typeof Primitive.Trigger>) {
  return <Primitive.Trigger data-slot="alert-dialog-trigger" {...props} />;
}

/** The question with its answers. It needs an `AlertDialogTitle` and an `AlertDialogDescription`. */
export function AlertDialogContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={OVERLAY} />
      <Primitive.Content
        data-slot="alert-dialog-content"
        className={cn(
          "fixed top-1/2 left-1/2 z-50 grid max-h-[calc(100dvh-2rem)] w-full max-w-[calc(100%-2rem)] -translate-x-1/2 -translate-y-1/2 gap-5 overflow-y-auto rounded-xl border bg-popover p-5 text-popover-foreground shadow-lg outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in sm:max-w-lg sm:p-6",
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}

/** The head of the question. */
export function AlertDialogHeader({ className, ...props }: ComponentProps<"div">) {
  return <div data-slot="alert-dialog-header" className={cn("flex flex-col gap-2 text-left", className)} {...props} />;
}

/** The answers: below each other on phones, with the deciding one on top. */
export function AlertDialogFooter({ className, ...props }: ComponentProps<"div">) {
  return <div data-slot="alert-dialog-footer" className={cn("flex flex-col-reverse gap-2 sm:flex-row sm:justify-end", className)} {...props} />;
}

/** The question. */
export function AlertDialogTitle({ className, ...props }: ComponentProps<typeof Primitive.Title>) {
  return <Primitive.Title data-slot="alert-dialog-title" className={cn("text-lg leading-snug font-semibold text-balance break-words", className)} {...props} />;
}

/** What will happen. */
export function AlertDialogDescription({ className, ...props }: ComponentProps<typeof Primitive.Description>) {
  return <Primitive.Description data-slot="alert-dialog-description" className={cn("text-sm break-words text-muted-foreground", className)} {...props} />;
}

interface AlertDialogActionProps extends ComponentProps<typeof Primitive.Action> {
  variant?: "default" | "destructive";
}

/** The answer that does it. */
export function AlertDialogAction({ className, variant = "default", ...props }: AlertDialogActionProps) {
  return <Primitive.Action className={cn(buttonVariants({ variant }), className)} {...props} />;
}

/** The answer that leaves everything as it is; it has the focus first. */
export function AlertDialogCancel({ className, ...props }: ComponentProps<typeof Primitive.Cancel>) {
  return <Primitive.Cancel className={cn(buttonVariants({ variant: "outline" }), className)} {...props} />;
}
