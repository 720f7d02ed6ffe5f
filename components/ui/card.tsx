import type { ComponentProps } from "react";

import { cn } from "@/components/ui/cn";

/** A surface that holds one thing. */
export function Card({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("flex flex-col gap-5 rounded-xl border bg-card py-5 text-card-foreground shadow-xs", className)} {...props} />;
}

/** The head of a card. */
export function CardHeader({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("grid auto-rows-min gap-1.5 px-5", className)} {...props} />;
}

/** What a card is about; the heading element stands in it. */
export function CardTitle({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("leading-snug font-semibold", className)} {...props} />;
}

/** A sentence below the title. */
export function CardDescription({ className, ...props }: ComponentProps<"p">) {
  return <p className={cn("text-sm text-muted-foreground", className)} {...props} />;
}

/** The body of a card. */
export function CardContent({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("px-5", className)} {...props} />;
}

/** What can be done with a card. */
export function CardFooter({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("flex items-center gap-2 px-5", className)} {...props} />;
}
