import { z } from "zod";

import { environment } from "@/lib/engine/contract";
import { newId } from "@/lib/platform/ids";
import type { NewCustomerRequest } from "@/lib/portal/onboarding/new-customer";
import { freeSlug, slugOf } from "@/lib/portal/onboarding/slug";

const plannedProject = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  environment,
  productLine: z.string().nullable(),
});

/** The ids and names of a customer, chosen before the first step so that every try uses the same. */
export const planSchema = z.object({
  organisationId: z.string(),
  slug: z.string(),
  name: z.string(),
  adminEmail: z.string(),
  invitationId: z.string(),
  projects: z.array(plannedProject),
});

/** A customer before it exists. */
export type Plan = z.output<typeof planSchema>;

/** One of its projects. */
export type PlannedProject = z.output<typeof plannedProject>;

/** Plans a customer. `taken` are the slugs of the others: a slug made of the name avoids them. */
export function planCustomer(request: NewCustomerRequest, taken: ReadonlySet<string>): Plan {
  const slugs = new Set<string>();
  const projects = request.projects.map((project): PlannedProject => {
    const productLine = project.productLine ?? null;
    const name = productLine === null ? capitalised(project.environment) : `${productLine} · ${project.environment}`;
    const slug = freeSlug(slugOf(productLine === null ? project.environment : `${productLine} ${project.environment}`, "project"), slugs);
    slugs.add(slug);
    return { id: newId("tpr"), slug, name, environment: project.environment, productLine };
  });
  return {
    organisationId: newId("org"),
    slug: request.slug ?? freeSlug(slugOf(request.name, "customer"), taken),
    name: request.name,
    adminEmail: request.adminEmail,
    invitationId: newId("inv"),
    projects,
  };
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
