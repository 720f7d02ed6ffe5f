"use client";

import { useActionState, useRef, useState } from "react";

import { Field } from "@/components/auth/field";
import { FormError } from "@/components/auth/form-error";
import { FIRST_PROJECT, type ProjectDraft, ProjectDrafts } from "@/components/operator/project-drafts";
import { requestKey } from "@/components/operator/request-key";
import { Button } from "@/components/ui/button";
import type { ActionError, ActionResult } from "@/lib/portal/actions/action-result";
import type { NewCustomerInput, OnboardedCustomer } from "@/lib/portal/onboarding/new-customer";

/** Creates a customer; the same input may be sent again. */
export type CreateCustomer = (input: NewCustomerInput) => Promise<ActionResult<OnboardedCustomer>>;

interface NewCustomerFormProps {
  create: CreateCustomer;
  onCreated: (customer: OnboardedCustomer, adminEmail: string) => void;
}

/** Name, address, owner and projects of a new customer. Every submission of the same contents carries the same key. */
export function NewCustomerForm({ create, onCreated }: NewCustomerFormProps) {
  const [fields, setFields] = useState({ name: "", slug: "", adminEmail: "" });
  const [projects, setProjects] = useState<ProjectDraft[]>([FIRST_PROJECT]);
  const sent = useRef({ contents: "", idempotencyKey: "" });
  const set = (name: keyof typeof fields) => ({
    name,
    value: fields[name],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });

  const [error, submit, pending] = useActionState<ActionError | null>(async () => {
    const contents = contentsOf(fields, projects);
    if (sent.current.contents !== JSON.stringify(contents)) sent.current = { contents: JSON.stringify(contents), idempotencyKey: requestKey() };
    try {
      const result = await create({ ...contents, idempotencyKey: sent.current.idempotencyKey });
      if (!result.ok) return result.error;
      onCreated(result.value, contents.adminEmail);
      return null;
    } catch {
      return { code: "unavailable", message: "The portal did not answer. Send it again: if the customer was created, nothing will be doubled." };
    }
  }, null);

  return (
    <form action={submit} className="space-y-5">
      {error !== null && <FormError>{error.requestId === undefined ? error.message : `${error.message} (${error.requestId})`}</FormError>}
      <Field {...set("name")} label="Name" required maxLength={120} autoComplete="off" error={error?.fields?.name} />
      <Field
        {...set("slug")}
        label="Address (optional)"
        hint="Small letters, digits and hyphens; made of the name when left empty."
        maxLength={63}
        autoComplete="off"
        error={error?.fields?.slug}
      />
      <Field {...set("adminEmail")} label="E-mail address of the owner" type="email" required autoComplete="off" error={error?.fields?.adminEmail} />
      <ProjectDrafts drafts={projects} onChange={setProjects} error={error?.fields?.projects} wrong={(path) => error?.fields?.[path]} />
      <Button type="submit" disabled={pending}>
        {pending ? "Creating…" : "Create customer"}
      </Button>
    </form>
  );
}

function contentsOf(
  fields: { name: string; slug: string; adminEmail: string },
  projects: readonly ProjectDraft[],
): Omit<NewCustomerInput, "idempotencyKey"> {
  const slug = fields.slug.trim();
  return {
    name: fields.name,
    adminEmail: fields.adminEmail,
    ...(slug === "" ? {} : { slug }),
    projects: projects.map(({ environment, productLine, engineProjectId: id, engineKey: key }) => ({
      environment,
      ...(productLine.trim() === "" ? {} : { productLine }),
      ...(id.trim() === "" && key.trim() === "" ? {} : { engineProject: { id: id.trim(), key: key.trim() } }),
    })),
  };
}
