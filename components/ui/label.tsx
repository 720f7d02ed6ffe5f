import { Label as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

import { cn } from "@/components/ui/cn";

/** What an input is for. */
export function Label({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root className={cn("flex items-center gap-2 text-sm leading-none font-medium select-none", className)} {...props} />;
}
