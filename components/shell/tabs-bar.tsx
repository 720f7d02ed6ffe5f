"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

import { cn } from "@/components/ui/cn";

/** A tab: its shown name and its address. */
export interface Tab {
  name: string;
  href: string;
}

/** The places one can go to, the current one marked. They scroll sideways where they are too many. */
export function TabsBar({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const path = usePathname();
  const current = [...tabs].sort((a, b) => b.href.length - a.href.length).find(({ href }) => path === href || path.startsWith(`${href}/`));
  return (
    <nav aria-label={label} className="-mb-px overflow-x-auto">
      <ul className="flex gap-1">
        {tabs.map(({ name, href }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current?.href ? "page" : undefined}
              className={cn(
                "block border-b-2 px-3 py-2.5 text-sm font-medium whitespace-nowrap",
                href === current?.href ? "border-primary text-foreground" : "border-transparent text-muted-foreground hover:text-foreground",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
