import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

import { cn } from "@/components/ui/cn";

const alert = cva("relative grid w-full gap-1 rounded-lg border px-4 py-3 text-sm has-[>svg]:grid-cols-[1rem_1fr] has-[>svg]:gap-x-3 [&>svg]:mt-0.5 [&>svg]:size-4", {
  variants: {
    variant: {
      default: "bg-card text-card-foreground",
      info: "border-primary/25 bg-accent text-accent-foreground",
      success: "border-success/30 bg-success-surface text-success",
      warning: "border-warning/30 bg-warning-surface text-warning",
      destructive: "border-destructive/40 bg-destructive-surface text-destructive",
    },
  },
  defaultVariants: { variant: "default" },
});

/** Something a person should know now; read out when it appears. */
export function Alert({ className, variant, ...props }: ComponentProps<"div"> & VariantProps<typeof alert>) {
  return <div role="alert" className={cn(alert({ variant }), className)} {...props} />;
}

/** What it is about. */
export function AlertTitle({ className, ...props }: ComponentProps<"p">) {
  return <p className={cn("col-start-[-2] font-medium", className)} {...props} />;
}

/** What to do about it. */
export function AlertDescription({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("col-start-[-2] leading-relaxed", className)} {...props} />;
}
