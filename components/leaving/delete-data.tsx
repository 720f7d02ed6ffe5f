"use client";

import { useState } from "react";

import { ChooseWhat, type ProjectChoice } from "@/components/leaving/choose-what";
import { type Delete, TypedDeletion } from "@/components/leaving/typed-deletion";
import type { ActionResult } from "@/lib/portal/actions/action-result";

interface DeleteDataProps {
  projects: readonly ProjectChoice[];
  everything: string;
  /** The server's own number of days. */
  graceDays: number;
  act: (input: { project: string | null; typedName: string; graceDays: number }) => Promise<ActionResult<unknown>>;
}

/** Deletes a project or everything, when its name has been typed. */
export function DeleteData({ projects, everything, graceDays, act }: DeleteDataProps) {
  const [chosen, setChosen] = useState(projects[0]?.slug ?? "");
  const project = projects.find(({ slug }) => slug === chosen);
  const remove: Delete = (input) => act({ project: project?.slug ?? null, ...input });
  return (
    <div className="flex flex-wrap items-end gap-3 rounded-lg border border-destructive/40 p-4">
      <ChooseWhat id="delete-what" label="What to delete" projects={projects} everything={everything} value={project?.slug ?? ""} onChoose={setChosen} />
      <TypedDeletion key={chosen} name={project?.name ?? everything} graceDays={graceDays} remove={remove} />
    </div>
  );
}
