"use client";

import { useParams, usePathname } from "next/navigation";

import type { Frame, ProjectPlace } from "@/components/shell/frame";
import { ORGANISATION_SECTIONS, PROJECT_SECTIONS, type Section } from "@/components/shell/sections";

/** A section with its address. */
export interface Tab extends Section {
  href: string;
  /** The page that is shown is it, or lies below it. */
  current: boolean;
}

/** Where the page stands. */
export interface Place {
  /** Null on the organisation's own pages, and where the address names no project of the organisation. */
  project: ProjectPlace | null;
  projectTabs: readonly Tab[];
  organisationTabs: readonly Tab[];
}

/** Where the page that is shown stands in its organisation, with the tabs that lead on from it. */
export function usePlace({ organisation, projects, sections }: Frame): Place {
  const params = useParams<{ project?: string }>();
  const pathname = usePathname();
  const project = projects.find(({ slug }) => slug === params.project) ?? null;
  const root = `/t/${organisation.slug}`;
  const tabs = (all: readonly Section[], base: string): Tab[] =>
    all
      .filter(({ key }) => sections.includes(key))
      .map((section) => {
        const href = `${base}${section.path}`;
        return { ...section, href, current: pathname === href || (section.path !== "" && pathname.startsWith(`${href}/`)) };
      });
  return {
    project,
    projectTabs: project === null ? [] : tabs(PROJECT_SECTIONS, `${root}/${project.slug}`),
    organisationTabs: tabs(ORGANISATION_SECTIONS, root),
  };
}
