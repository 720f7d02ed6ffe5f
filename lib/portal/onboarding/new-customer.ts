import { z } from "zod";

import { type Environment, environment } from "@/lib/engine/contract";
import { emailAddress } from "@/lib/portal/people/email-address";

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What a new customer is made of; the operator API and the desk's form send the same. */
export const newCustomerInput = z.object({
  /** Chosen by the sender, the same for every try of one request. */
  idempotencyKey: z.string().trim().min(8, "must be at least 8 characters").max(200),
  name: z.string().trim().min(1, "Write the customer's name.").max(120, "Use at most 120 characters."),
  /** In addresses (`/t/acme`); made of the name when it is left out. */
  slug: z.string().trim().regex(SLUG, "Use small letters, digits and hyphens, at most 63.").optional(),
  /** Who gets the invitation as the organisation's owner. */
  adminEmail: emailAddress,
  projects: z
    .array(
      z.object({
        environment,
        productLine: z.string().trim().min(1).max(80).optional(),
        /** A project that the engine has already, with a key to it, instead of a new one. The key is tried, sealed and never returned. */
        engineProject: z
          .object({
            id: z.string().trim().min(1, "Write the project's id.").max(100),
            key: z.string().trim().regex(/^sk_(?:live|test)_[A-Za-z0-9_-]{16,200}$/, "Write the whole key, from sk_live_ or sk_test_ on."),
          })
          .optional(),
      }),
    )
    .min(1, "Choose at least one project.")
    .max(10, "Use at most 10 projects; more can be added later.")
    .refine((projects) => new Set(projects.map(({ environment: where, productLine }) => `${where} ${productLine ?? ""}`)).size === projects.length, {
      message: "Two projects in the same environment need different product lines.",
    })
    .refine((projects) => new Set(projects.flatMap(({ engineProject }) => engineProject?.id ?? [])).size === projects.filter(({ engineProject }) => engineProject !== undefined).length, {
      message: "The same project of the engine stands here twice.",
    }),
});

/** A request for a new customer. */
export type NewCustomerInput = z.input<typeof newCustomerInput>;

/** A request that has been read. */
export type NewCustomerRequest = z.output<typeof newCustomerInput>;

/** A customer that is complete. */
export interface OnboardedCustomer {
  organisationId: string;
  slug: string;
  projects: { id: string; slug: string; name: string; environment: Environment; productLine: string | null }[];
  /** The link for the admin; it works once, for seven days. */
  invitationUrl: string;
}
