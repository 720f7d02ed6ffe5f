"use client";

import { useTheme } from "next-themes";
import { Toaster as Primitive } from "sonner";

/** Where short notices appear. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Primitive
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      toastOptions={{ classNames: { toast: "!bg-card !text-card-foreground !border-border", description: "!text-muted-foreground" } }}
    />
  );
}
