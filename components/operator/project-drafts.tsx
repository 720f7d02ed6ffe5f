"use client";

import { Plus, X } from "lucide-react";

import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { NativeChoice } from "@/components/members/native-choice";
import { BroughtFields } from "@/components/operator/brought-fields";
import type { Environment } from "@/lib/engine/contract";

/** A project of a customer that is being written down. */
export interface ProjectDraft {
  /** Tells the rows of the form apart. */
  row: number;
  environment: Environment;
  productLine: string;
  /** A project that the engine has already, and a key to it; empty for a new one. */
  engineProjectId: string;
  engineKey: string;
}

const ENVIRONMENTS: readonly Environment[] = ["production", "staging", "development"];
const MOST_PROJECTS = 10;

/** The first project of the form. */
export const FIRST_PROJECT: ProjectDraft = { row: 0, environment: "production", productLine: "", engineProjectId: "", engineKey: "" };

/** One project more, in an environment that has none yet where there is one. */
function oneMore(drafts: readonly ProjectDraft[]): ProjectDraft {
  const environment = ENVIRONMENTS.find((name) => drafts.every((draft) => draft.environment !== name)) ?? "production";
  return { row: Math.max(...drafts.map(({ row }) => row)) + 1, environment, productLine: "", engineProjectId: "", engineKey: "" };
}

interface ProjectDraftsProps {
  drafts: readonly ProjectDraft[];
  onChange: (drafts: ProjectDraft[]) => void;
  error: string | undefined;
  /** What does not fit, by the field's path (`projects.0.engineProject.key`). */
  wrong: (path: string) => string | undefined;
}

/** The projects of a new customer, a row each. */
export function ProjectDrafts({ drafts, onChange, error, wrong }: ProjectDraftsProps) {
  const change = (row: number, changed: Partial<ProjectDraft>) =>
    onChange(drafts.map((draft) => (draft.row === row ? { ...draft, ...changed } : draft)));
  return (
    <fieldset className="space-y-3" aria-describedby={error === undefined ? undefined : "projects-note"}>
      <legend className="text-sm font-medium">Projects</legend>
      {error !== undefined && (
        <p id="projects-note" className="text-sm text-destructive">
          {error}
        </p>
      )}
      {drafts.map(({ row, environment, productLine, engineProjectId, engineKey }, index) => (
        <div key={row} className="flex flex-wrap items-end gap-3 rounded-lg border p-3">
          <div className="min-w-36 flex-1 space-y-2">
            <Label htmlFor={`environment-${row}`}>Environment</Label>
            <NativeChoice
              id={`environment-${row}`}
              value={environment}
              choices={ENVIRONMENTS}
              onChoose={(chosen) => change(row, { environment: chosen })}
            />
          </div>
          <div className="min-w-36 flex-1 space-y-2">
            <Label htmlFor={`product-line-${row}`}>Product line (optional)</Label>
            <Input
              id={`product-line-${row}`}
              value={productLine}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => change(row, { productLine: event.target.value })}
            />
          </div>
          {drafts.length > 1 && (
            <Button
              type="button"
              variant="ghost"
              size="icon"
              aria-label={`Remove project ${index + 1}`}
              onClick={() => onChange(drafts.filter((draft) => draft.row !== row))}
            >
              <X aria-hidden />
            </Button>
          )}
          <BroughtFields row={row} place={index} id={engineProjectId} secret={engineKey} wrong={wrong} onChange={(changed) => change(row, changed)} />
        </div>
      ))}
      {drafts.length < MOST_PROJECTS && (
        <Button type="button" variant="outline" size="sm" onClick={() => onChange([...drafts, oneMore(drafts)])}>
          <Plus aria-hidden />
          Add a project
        </Button>
      )}
    </fieldset>
  );
}
