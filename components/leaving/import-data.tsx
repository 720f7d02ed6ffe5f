"use client";

import { useRouter } from "next/navigation";
import { useActionState, useState } from "react";

import { FormError } from "@/components/auth/form-error";
import { ChooseWhat, type ProjectChoice } from "@/components/leaving/choose-what";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** Brings an export into an empty project: the file is sent as it is. */
export function ImportData({ org, projects }: { org: string; projects: readonly ProjectChoice[] }) {
  const router = useRouter();
  const [chosen, setChosen] = useState(projects[0]?.slug ?? "");
  const [error, submit, pending] = useActionState<string | null, FormData>(async (_before, form) => {
    const file = form.get("archive");
    if (!(file instanceof File) || file.size === 0) return "Choose the ZIP file of an export.";
    const problem = await send(`/t/${org}/${chosen}/api/import`, file);
    if (problem === null) router.refresh();
    return problem;
  }, null);
  return (
    <form action={submit} className="space-y-4">
      {error !== null && <FormError>{error}</FormError>}
      <div className="flex flex-wrap items-end gap-3">
        <ChooseWhat id="import-where" label="Into the empty project" projects={projects} value={chosen} onChoose={setChosen} />
        <div className="min-w-0 flex-1 space-y-2 max-sm:basis-full sm:max-w-xs">
          <Label htmlFor="archive">Export (ZIP)</Label>
          <Input id="archive" name="archive" type="file" accept=".zip,application/zip" required />
        </div>
        <Button type="submit" variant="outline" disabled={pending}>
          {pending ? "Sending…" : "Import"}
        </Button>
      </div>
    </form>
  );
}

/** Null when it went through, or why it did not. */
async function send(address: string, file: File): Promise<string | null> {
  try {
    const response = await fetch(address, { method: "POST", body: file });
    if (response.ok) return null;
    const problem: unknown = await response.json();
    return typeof problem === "object" && problem !== null && "detail" in problem && typeof problem.detail === "string" ? problem.detail : "The archive was not taken. Try again.";
  } catch {
    return "The portal did not answer. Look below whether the import has begun before you try again.";
  }
}
