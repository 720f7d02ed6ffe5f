import { ChevronRight, type LucideIcon } from "lucide-react";
import Link from "next/link";

interface WayInProps {
  href: string;
  name: string;
  note: string;
  Icon: LucideIcon;
}

/** One of several places to go to. */
export function WayIn({ href, name, note, Icon }: WayInProps) {
  return (
    <Link
      href={href}
      className="group flex items-center gap-4 rounded-xl border bg-card p-4 shadow-xs transition-colors outline-none hover:border-ring focus-visible:ring-2 focus-visible:ring-ring"
    >
      <span aria-hidden className="grid size-10 shrink-0 place-content-center rounded-lg bg-accent text-primary">
        <Icon className="size-5" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium break-words">{name}</span>
        <span className="block text-sm text-muted-foreground">{note}</span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground transition-transform group-hover:translate-x-0.5" />
    </Link>
  );
}
