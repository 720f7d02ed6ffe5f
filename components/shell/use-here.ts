"use client";

import { useParams, usePathname } from "next/navigation";

import type { Frame, ProjectPlace } from "@/components/shell/frame";
import { ORGANISATION_PLACES, type Place, PROJECT_PLACES } from "@/components/shell/navigation";

/** A place with its address. */
export interface Tab extends Place {
  href: string;
  /** The page that is shown is it, or lies below it. */
  current: boolean;
}

/** Where the page stands. */
export interface Here {
  /** Null on the organisation's own pages, and where the address names no project of the organisation. */
  project: ProjectPlace | null;
  projectTabs: readonly Tab[];
  organisationTabs: readonly Tab[];
}

/** Where the page that is shown stands in its organisation, with the tabs that lead on from it. */
export function useHere({ organisation, projects, open }: Frame): Here {
  const params = useParams<{ project?: string }>();
  const pathname = usePathname();
  const project = projects.find(({ slug }) => slug === params.project) ?? null;
  const root = `/t/${organisation.slug}`;
  const tab = (place: Place, base: string): Tab => {
    const href = `${base}${place.path}`;
    return { ...place, href, current: pathname === href || (place.path !== "" && pathname.startsWith(`${href}/`)) };
  };
  return {
    project,
    projectTabs: project === null ? [] : PROJECT_PLACES.filter(({ path }) => open.project.includes(path)).map((place) => tab(place, `${root}/${project.slug}`)),
    organisationTabs: ORGANISATION_PLACES.filter(({ path }) => open.organisation.includes(path)).map((place) => tab(place, root)),
  };
}
