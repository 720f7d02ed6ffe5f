import { ChevronRight } from "lucide-react";
import Link from "next/link";

import { EnvironmentBadge } from "@/components/shell/environment-badge";
import { Badge } from "@/components/ui/badge";
import type { SelectedProject } from "@/lib/portal/scope";

interface ProjectCardsProps {
  organisationSlug: string;
  projects: readonly SelectedProject[];
}

/** The projects of an organisation, each a way in. */
export function ProjectCards({ organisationSlug, projects }: ProjectCardsProps) {
  if (projects.length === 0) {
    return (
      <p className="rounded-lg border border-dashed p-8 text-center text-muted-foreground">
        There is no project here yet. Your contact at the company behind this portal sets up the first one.
      </p>
    );
  }
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {projects.map(({ id, slug, name, environment, productLine, askingEnabled }) => (
        <li
          key={id}
          className="group relative flex flex-col gap-4 rounded-xl border bg-card p-5 shadow-xs transition-colors focus-within:border-ring hover:border-ring"
        >
          <div className="min-w-0 space-y-1">
            <h2 className="font-semibold break-words">
              <Link href={`/t/${organisationSlug}/${slug}`} className="outline-none after:absolute after:inset-0 after:rounded-xl focus-visible:after:ring-2 focus-visible:after:ring-ring">
                {name}
              </Link>
            </h2>
            {productLine !== null && !name.startsWith(productLine) && <p className="text-sm break-words text-muted-foreground">{productLine}</p>}
          </div>
          <div className="mt-auto flex flex-wrap items-center gap-2">
            <EnvironmentBadge environment={environment} />
            <Badge variant={askingEnabled ? "success" : "outline"}>{askingEnabled ? "Asking is on" : "Asking is off"}</Badge>
            <ChevronRight aria-hidden className="ml-auto size-4 text-muted-foreground transition-transform group-hover:translate-x-0.5" />
          </div>
        </li>
      ))}
    </ul>
  );
}
