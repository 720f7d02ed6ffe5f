import type { Metadata } from "next";

import { addQuestion, changeQuestion, removeQuestion, runQuestion, switchAsking } from "@/app/t/[org]/[project]/golden/actions";
import { AskingCard } from "@/components/asking/asking-card";
import { GoldenBoard } from "@/components/golden/golden-board";
import { GoldenList } from "@/components/golden/golden-list";
import { askingState } from "@/lib/portal/asking/asking-state";
import { citableDocuments } from "@/lib/portal/golden/citable-documents";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Golden questions" };

/** The questions whose right answers are known, how they did, and the switch that rests on them. */
export default async function GoldenPage({ params }: { params: TenantParams }) {
  const scope = await pageTenant(params, "golden.read", "/golden");
  const mayWrite = scope.may("golden.write");
  const [questions, asking, documents] = await Promise.all([listGoldenQuestions(scope), askingState(scope), mayWrite ? citableDocuments(scope) : []]);
  const target = { org: scope.organisation.slug, project: scope.project.slug };
  return (
    <div className="mx-auto w-full max-w-4xl space-y-8 px-4 py-8 sm:px-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Golden questions</h1>
        <p className="max-w-prose text-sm text-muted-foreground">
          Questions whose right answers you know. They are asked as any end user would ask them; when they pass, “Ask your docs” can be switched on.
        </p>
      </header>
      <AskingCard state={asking} switchTo={scope.may("asking.switch") ? switchAsking.bind(null, target) : undefined} />
      {mayWrite ? (
        <GoldenBoard
          questions={questions}
          documents={documents}
          add={addQuestion.bind(null, target)}
          change={changeQuestion.bind(null, target)}
          remove={removeQuestion.bind(null, target)}
          run={runQuestion.bind(null, target)}
        />
      ) : (
        <GoldenList questions={questions} />
      )}
    </div>
  );
}
