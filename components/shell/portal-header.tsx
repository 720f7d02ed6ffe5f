"use client";

import Link from "next/link";

import { BrandMark } from "@/components/shell/brand";
import { organisationChoices, projectChoices } from "@/components/shell/choices";
import type { Frame } from "@/components/shell/frame";
import { PlaceMenu } from "@/components/shell/place-menu";
import { PlaceSwitcher } from "@/components/shell/place-switcher";
import { SectionTabs } from "@/components/shell/section-tabs";
import { useHere } from "@/components/shell/use-here";
import { UserMenu } from "@/components/shell/user-menu";

/** The head of every page of an organisation: where one is, where one can go, and who one is. */
export function PortalHeader({ frame }: { frame: Frame }) {
  const here = useHere(frame);
  const { organisation, organisations, account } = frame;
  const { project } = here;
  const root = `/t/${organisation.slug}`;
  return (
    <header className="border-b bg-background print:hidden">
      <div className="flex h-14 items-center gap-1.5 px-4 sm:px-6">
        <PlaceMenu frame={frame} here={here} />
        <Link href={root} aria-label={`Citadel, ${organisation.name}`} className="rounded-lg max-sm:hidden">
          <BrandMark />
        </Link>
        <p className="min-w-0 flex-1 truncate font-medium sm:hidden">{project?.name ?? organisation.name}</p>
        <div className="flex min-w-0 flex-1 items-center gap-0.5 pl-1.5 max-sm:hidden">
          <PlaceSwitcher what="Organisation" here={organisation.name} href={root} choices={organisationChoices(frame)} />
          {project !== null && (
            <>
              <span aria-hidden className="text-muted-foreground/60">
                /
              </span>
              <PlaceSwitcher what="Project" here={project.name} href={`${root}/${project.slug}`} choices={projectChoices(frame, project)} />
            </>
          )}
        </div>
        <UserMenu {...account} hasChoice={organisations.length > 1} />
      </div>
      <SectionTabs {...here} />
    </header>
  );
}
