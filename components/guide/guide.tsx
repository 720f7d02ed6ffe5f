import { Circle, CircleCheck } from "lucide-react";

import { type ProjectAddress, projectPath } from "@/components/chat/project-address";
import { GuideLinks } from "@/components/guide/guide-links";
import { SampleButtons, type SampleActions } from "@/components/guide/sample-buttons";
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
  /** What to do for it, by where it is done: below the project, or with a slash in front below the organisation. */
  ways: Readonly<Record<string, string>>;
}

const WORDS: Readonly<Record<GuideStep["id"], StepWords>> = {
  documents: { name: "Documents are ready", ways: { documents: "Upload files", connectors: "Connect a source" } },
  questions: { name: "Golden questions are written", ways: { "golden/suggestions": "Choose from suggestions" } },
  passing: { name: "They pass", ways: { "golden#run": "Run them and mend what fails" } },
  signed: { name: "They are signed", ways: { "golden#asking-title": "Sign them" } },
  people: { name: "People are invited", ways: { "/members": "Invite people" } },
  on: { name: "“Ask your docs” is on", ways: { "golden#asking-title": "Switch it on" } },
};

/** Between two looks whether a document is ready, in ms. */
const DOCUMENTS_EVERY_MS = 4_000;

/** The way from an empty project to one that people ask, as far as it has been gone, with the next step one click away. */
export function Guide({ state: { steps, empty, samples }, address, actions }: GuideProps) {
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  if (next === undefined) return null;
  const links = Object.entries(WORDS[next.id].ways).map(([path, name]) => ({ name, href: path.startsWith("/") ? `/t/${encodeURIComponent(address.org)}${path}` : projectPath(address, path) }));
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
          <GuideLinks links={links} />
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
