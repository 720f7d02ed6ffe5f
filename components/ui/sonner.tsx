"use client";

import { CircleCheck, CircleX, Info, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTheme } from "next-themes";
import type { CSSProperties } from "react";
import { Toaster as Sonner, type ToasterProps } from "sonner";

interface ToasterStyle extends CSSProperties {
  "--normal-bg": string;
  "--normal-text": string;
  "--normal-border": string;
  "--border-radius": string;
}

const STYLE: ToasterStyle = {
  "--normal-bg": "var(--popover)",
  "--normal-text": "var(--popover-foreground)",
  "--normal-border": "var(--border)",
  "--border-radius": "var(--radius)",
};

const ICONS: ToasterProps["icons"] = {
  success: <CircleCheck aria-hidden className="size-4 text-success" />,
  info: <Info aria-hidden className="size-4 text-muted-foreground" />,
  warning: <TriangleAlert aria-hidden className="size-4 text-warning" />,
  error: <CircleX aria-hidden className="size-4 text-destructive" />,
  loading: <LoaderCircle aria-hidden className="size-4 animate-spin motion-reduce:animate-none" />,
};

/** Where short notices appear (`toast` of sonner). Once, in the root layout. */
export function Toaster(props: ToasterProps) {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      closeButton
      icons={ICONS}
      style={STYLE}
      toastOptions={{ classNames: { description: "text-muted-foreground!" } }}
      {...props}
    />
  );
}
