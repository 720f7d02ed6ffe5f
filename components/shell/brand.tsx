import { cn } from "@/components/ui/cn";

/** The product's mark: a gate in a wall. The same drawing is in `public/icon.svg`. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={cn("size-7 shrink-0", className)}>
      <rect width="32" height="32" rx="8" className="fill-primary" />
      <path
        className="fill-primary-foreground"
        d="M7 8h4v3h3V8h4v3h3V8h4v6.2l-2 2V23a1 1 0 0 1-1 1h-3.5v-3.5a2.5 2.5 0 0 0-5 0V24H10a1 1 0 0 1-1-1v-6.8l-2-2Z"
      />
    </svg>
  );
}

/** Mark and name. */
export function Brand({ className }: { className?: string }) {
  return (
    <span className={cn("flex items-center gap-2.5 font-semibold tracking-tight", className)}>
      <BrandMark />
      Citadel
    </span>
  );
}
