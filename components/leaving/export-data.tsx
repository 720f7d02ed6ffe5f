"use client";

import { useActionState, useState } from "react";

import { FormError } from "@/components/auth/form-error";
import { ChooseWhat, type ProjectChoice } from "@/components/leaving/choose-what";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";

interface ExportDataProps {
  projects: readonly ProjectChoice[];
  everything: string;
  ask: (input: { project: string | null }) => Promise<ActionResult<unknown>>;
}

/** Asks for an archive. */
export function ExportData({ projects, everything, ask }: ExportDataProps) {
  const [chosen, setChosen] = useState("");
  const [error, submit, pending] = useActionState<string | null>(async () => {
    const result = await ask({ project: chosen === "" ? null : chosen }).catch(() => null);
    if (result === null) return "The portal did not answer. Look below whether the export is being made before you try again.";
    return result.ok ? null : result.error.message;
  }, null);
  return (
    <form action={submit} className="space-y-4">
      {error !== null && <FormError>{error}</FormError>}
      <div className="flex flex-wrap items-end gap-3">
        <ChooseWhat id="export-what" label="What to export" projects={projects} everything={everything} value={chosen} onChoose={setChosen} />
        <Button type="submit" disabled={pending}>
          {pending ? "Asking…" : "Make the export"}
        </Button>
      </div>
    </form>
  );
}
