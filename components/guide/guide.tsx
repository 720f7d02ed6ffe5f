import { Circle, CircleCheck } from "lucide-react";
import Link from "next/link";

import { type ProjectAddress, projectPath } from "@/components/chat/project-address";
import { SampleButtons, type SampleActions } from "@/components/guide/sample-buttons";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { Refreshing } from "@/components/ui/refreshing";
import type { GuideState, GuideStep } from "@/lib/portal/guide/guide-state";

interface GuideProps {
  state: GuideState;
  address: ProjectAddress;
  actions: SampleActions;
}

interface StepWords {
  name: string;
  /** What to do for it. */
  next: string;
  /** Below the project, or below the organisation. */
  path: string;
  within: "project" | "organisation";
}

const WORDS: Readonly<Record<GuideStep["id"], StepWords>> = {
  documents: { name: "Documents are ready", next: "Upload files, or connect a source", path: "connectors", within: "project" },
  questions: { name: "Golden questions are written", next: "Write questions", path: "golden/suggestions", within: "project" },
  passing: { name: "They pass", next: "Run them and mend what fails", path: "golden", within: "project" },
  signed: { name: "They are signed", next: "Sign them", path: "golden", within: "project" },
  people: { name: "People are invited", next: "Invite people", path: "members", within: "organisation" },
  on: { name: "“Ask your docs” is on", next: "Switch it on", path: "golden", within: "project" },
};

/** Between two looks whether a document is ready, in ms. */
const DOCUMENTS_EVERY_MS = 4_000;

/** The way from an empty project to one that people ask, as far as it has been gone, with the next step one click away. */
export function Guide({ state: { steps, empty, samples }, address, actions }: GuideProps) {
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  if (next === undefined) return null;
  const { next: action, path, within } = WORDS[next.id];
  const href = within === "project" ? projectPath(address, path) : `/t/${encodeURIComponent(address.org)}/${path}`;
  return (
    <section aria-labelledby="guide-title" className="space-y-4 rounded-xl border bg-card p-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="space-y-1">
          <h2 id="guide-title" className="font-medium">
            Getting started
          </h2>
          <p className="text-sm text-muted-foreground">
            {done} of {steps.length} steps are done.
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <SampleButtons empty={empty} samples={samples} actions={actions} />
          <Button asChild size="sm">
            <Link href={href}>{action}</Link>
          </Button>
        </div>
      </div>
      {/* Documents become ready by themselves, wherever they come from. */}
      {next.id === "documents" && <Refreshing everyMs={DOCUMENTS_EVERY_MS} />}
      <Progress aria-label="Getting started" value={(100 * done) / steps.length} />
      <ol className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {steps.map((step) => (
          <li key={step.id} className="flex items-center gap-2" aria-current={step === next ? "step" : undefined}>
            {step.done ? <CircleCheck aria-hidden className="size-4 shrink-0 text-success" /> : <Circle aria-hidden className="size-4 shrink-0 text-muted-foreground" />}
            <span className={step.done ? "text-muted-foreground" : step === next ? "font-medium" : ""}>{WORDS[step.id].name}</span>
            <span className="sr-only">{step.done ? ": done" : ": to do"}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
