import type { Frame, ProjectPlace } from "@/components/shell/frame";
import type { Choice } from "@/components/shell/place-switcher";

/** The organisations one may switch to. */
export function organisationChoices({ organisation, organisations }: Frame): Choice[] {
  return organisations.map(({ slug, name }) => ({ href: `/t/${slug}`, name, current: slug === organisation.slug }));
}

/** The projects one may switch to, each with what it is for. */
export function projectChoices({ organisation, projects }: Frame, here: ProjectPlace | null): Choice[] {
  return projects.map(({ slug, name, environment }) => ({
    href: `/t/${organisation.slug}/${slug}`,
    name,
    // Most names say it already.
    ...(name.toLowerCase().includes(environment) ? {} : { note: environment.charAt(0).toUpperCase() + environment.slice(1) }),
    current: slug === here?.slug,
  }));
}
