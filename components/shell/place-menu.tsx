"use client";

import { Check, Menu } from "lucide-react";
import Link from "next/link";

import { organisationChoices, projectChoices } from "@/components/shell/choices";
import type { Frame } from "@/components/shell/frame";
import type { Choice } from "@/components/shell/place-switcher";
import type { Here, Tab } from "@/components/shell/use-here";
import { Button } from "@/components/ui/button";
import { Sheet, SheetClose, SheetContent, SheetHeader, SheetTitle, SheetTrigger } from "@/components/ui/sheet";

const ROW =
  "flex min-h-10 items-center gap-3 rounded-md px-3 py-2 text-sm outline-none hover:bg-accent focus-visible:inset-ring-2 focus-visible:inset-ring-ring aria-[current]:font-medium";

/** Every place that the header leads to, as one list for small screens. */
export function PlaceMenu({ frame, here }: { frame: Frame; here: Here }) {
  const organisations = organisationChoices(frame);
  const projects = projectChoices(frame, here.project);
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button variant="ghost" size="icon" aria-label="Menu" className="-ml-2 sm:hidden">
          <Menu aria-hidden className="size-5" />
        </Button>
      </SheetTrigger>
      <SheetContent side="left" aria-describedby={undefined}>
        <SheetHeader className="px-5 pt-5 pb-4">
          <SheetTitle>{frame.organisation.name}</SheetTitle>
        </SheetHeader>
        <div className="space-y-6 px-2 pb-6">
          {here.project !== null && <Pages title={here.project.name} tabs={here.projectTabs} />}
          <Pages title="Organisation" tabs={here.organisationTabs} />
          {projects.length > 1 && <Choices title="Projects" choices={projects} />}
          {organisations.length > 1 && <Choices title="My organisations" choices={organisations} />}
        </div>
      </SheetContent>
    </Sheet>
  );
}

function Pages({ title, tabs }: { title: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={title}>
      <p className="truncate px-3 pb-1 text-xs font-medium text-muted-foreground">{title}</p>
      <ul>
        {tabs.map(({ href, name, current, Icon }) => (
          <li key={href}>
            <SheetClose asChild>
              <Link href={href} aria-current={current ? "page" : undefined} className={ROW}>
                {Icon !== undefined && <Icon aria-hidden className="size-4 text-muted-foreground" />}
                {name}
              </Link>
            </SheetClose>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Choices({ title, choices }: { title: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={title}>
      <p className="px-3 pb-1 text-xs font-medium text-muted-foreground">{title}</p>
      <ul>
        {choices.map(({ href, name, note, current }) => (
          <li key={href}>
            <SheetClose asChild>
              <Link href={href} aria-current={current ? "true" : undefined} className={ROW}>
                <span className="min-w-0 flex-1 break-words">
                  {name}
                  {note !== undefined && <span className="block text-xs font-normal text-muted-foreground">{note}</span>}
                </span>
                {current && <Check aria-hidden className="size-4 text-primary" />}
              </Link>
            </SheetClose>
          </li>
        ))}
      </ul>
    </nav>
  );
}
