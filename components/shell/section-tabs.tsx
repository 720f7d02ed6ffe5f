"use client";

import Link from "next/link";

import type { Here, Tab } from "@/components/shell/use-here";
import { cn } from "@/components/ui/cn";

/** The pages of the place where one is, and at the right those of the organisation around it. */
export function SectionTabs({ project, projectTabs, organisationTabs }: Here) {
  return (
    <nav aria-label={project === null ? "Organisation" : "Project"} className="-mb-px overflow-x-auto px-2 sm:px-4">
      <ul className="flex w-max min-w-full">
        {projectTabs.map((tab) => (
          <TabItem key={tab.href} tab={tab} />
        ))}
        {organisationTabs.map((tab, place) => (
          <TabItem key={tab.href} tab={tab} className={cn(project !== null && "max-sm:hidden", project !== null && place === 0 && "sm:ml-auto")} />
        ))}
      </ul>
    </nav>
  );
}

function TabItem({ tab: { href, name, current }, className }: { tab: Tab; className?: string }) {
  return (
    <li className={className}>
      <Link
        href={href}
        aria-current={current ? "page" : undefined}
        className="relative flex h-10 items-center rounded-md px-2.5 text-sm whitespace-nowrap text-muted-foreground transition-colors outline-none after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:rounded-full hover:text-foreground focus-visible:inset-ring-2 focus-visible:inset-ring-ring aria-[current=page]:font-medium aria-[current=page]:text-foreground aria-[current=page]:after:bg-primary"
      >
        {name}
      </Link>
    </li>
  );
}
