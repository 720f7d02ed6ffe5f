"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";

import type { Here, Tab } from "@/components/shell/use-here";
import { cn } from "@/components/ui/cn";

/** The pages of the place where one is, and at the right those of the organisation around it. */
export function SectionTabs({ project, projectTabs, organisationTabs }: Here) {
  const nav = useRef<HTMLElement>(null);
  const current = [...projectTabs, ...organisationTabs].find((tab) => tab.current)?.href;
  useEffect(() => reveal(nav.current), [current]);
  return (
    <nav ref={nav} aria-label={project === null ? "Organisation" : "Project"} className="-mb-px overflow-x-auto px-2 sm:px-4">
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

/** Beside a tab that has been brought into sight, in px, so that one sees that there are more. */
const BESIDE = 32;

/** Brings the tab of the page into sight where the tabs are wider than the screen; the page itself stays where it is. */
function reveal(nav: HTMLElement | null): void {
  const tab = nav?.querySelector("[aria-current=page]");
  if (nav === null || tab === null || tab === undefined) return;
  const [shown, wanted] = [nav.getBoundingClientRect(), tab.getBoundingClientRect()];
  if (wanted.right > shown.right) nav.scrollLeft += wanted.right - shown.right + BESIDE;
  else if (wanted.left < shown.left) nav.scrollLeft -= shown.left - wanted.left + BESIDE;
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
