"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { FormError } from "@/components/auth/form-error";
import { Select } from "@/components/golden/select";
import { type Choice, ChoiceList } from "@/components/promotion/choice-list";
import { Button } from "@/components/ui/button";
import type { ActionResult, TenantTarget } from "@/lib/portal/actions/action-result";
import type { PromotionInput } from "@/lib/portal/promotion/promotion";

interface PromoteFormProps {
  org: string;
  /** The project that is copied from. */
  project: string;
  projects: readonly { slug: string; name: string }[];
  documents: readonly Choice[];
  questions: readonly Choice[];
  promote: (target: TenantTarget, input: PromotionInput) => Promise<ActionResult<unknown>>;
}

const idsOf = (choices: readonly Choice[]): ReadonlySet<string> => new Set(choices.map(({ id }) => id));

/** What is to be copied, and where to. */
export function PromoteForm({ org, project, projects, documents, questions, promote }: PromoteFormProps) {
  const router = useRouter();
  const [to, setTo] = useState(projects[0]?.slug ?? "");
  const [files, setFiles] = useState(() => idsOf(documents));
  const [asked, setAsked] = useState(() => idsOf(questions));
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  if (projects.length === 0)
    return <p className="rounded-xl border border-dashed p-8 text-center text-sm text-muted-foreground">There is one project only. Ask your operator for another one, such as staging, to try documents before they answer.</p>;
  const submit = () =>
    start(async () => {
      const result = await promote({ org, project }, { to, documentIds: [...files], questionIds: [...asked] }).catch(() => null);
      setProblem(result === null ? "The portal did not answer. Look whether it is done before you try again." : result.ok ? null : (Object.values(result.error.fields ?? {})[0] ?? result.error.message));
      if (result?.ok === true) router.refresh();
    });
  return (
    <form
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {problem !== null && <FormError>{problem}</FormError>}
      <div className="max-w-sm">
        <Select id="promote-to" label="Into" value={to} choices={projects.map(({ slug, name }) => ({ value: slug, label: name }))} onChoose={setTo} />
      </div>
      <div className="grid gap-6 md:grid-cols-2">
        <ChoiceList legend="Documents" none="No document is ready." choices={documents} chosen={files} onChoose={setFiles} />
        <ChoiceList legend="Golden questions" none="There are no golden questions." choices={questions} chosen={asked} onChoose={setAsked} />
      </div>
      <Button type="submit" disabled={pending || files.size + asked.size === 0}>
        {pending ? "Starting…" : "Promote"}
      </Button>
    </form>
  );
}
