import * as actions from "@/app/t/[org]/[project]/golden/actions";
import { AskingCard } from "@/components/asking/asking-card";
import { QuestionList } from "@/components/golden/question-list";
import { RunPanel } from "@/components/golden/run-panel";
import { askingState } from "@/lib/portal/asking/asking-state";
import { withOrganisation } from "@/lib/portal/database";
import { citableDocuments } from "@/lib/portal/golden/citable-documents";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { readRule } from "@/lib/portal/golden/rule";
import { listRuns } from "@/lib/portal/golden/runs/list-runs";
import { listMembers } from "@/lib/portal/members/list-members";
import type { TenantScope } from "@/lib/portal/scope";

interface GoldenContentsProps {
  scope: TenantScope;
  /** A question that is to be written down. */
  wording: string | undefined;
}

/** What the golden page shows, once it has been read. */
export async function GoldenContents({ scope, wording }: GoldenContentsProps) {
  const mayWrite = scope.may("golden.write");
  const [questions, asking, rule, [latest], members, documents] = await Promise.all([
    listGoldenQuestions(scope),
    askingState(scope),
    withOrganisation(scope, (tx) => readRule(tx, scope)),
    listRuns(scope, 1),
    listMembers(scope),
    mayWrite ? citableDocuments(scope) : [],
  ]);
  const target = { org: scope.organisation.slug, project: scope.project.slug };
  const people = members.filter(({ role }) => role !== "reader").map(({ personId, name }) => ({ id: personId, name }));
  const asTools = scope.may("asking.switch")
    ? {
        switchTo: actions.switchAsking.bind(null, target),
        sign: actions.signQuestions.bind(null, target),
        changeRule: actions.changeGoldenRule.bind(null, target),
      }
    : undefined;
  const tools = mayWrite
    ? {
        documents,
        people,
        add: actions.addQuestion.bind(null, target),
        change: actions.changeQuestion.bind(null, target),
        remove: actions.removeQuestion.bind(null, target),
        run: actions.runQuestion.bind(null, target),
        overrule: actions.overrule.bind(null, target),
        takeBack: actions.takeBack.bind(null, target),
        importFile: actions.importQuestionFile.bind(null, target),
      }
    : undefined;
  return (
    <>
      <AskingCard address={target} state={asking} rule={rule} tools={asTools} />
      <RunPanel
        address={target}
        latest={latest ?? null}
        hasQuestions={questions.length > 0}
        start={mayWrite ? actions.startGoldenRun.bind(null, target) : undefined}
        cancel={mayWrite ? actions.cancelGoldenRun.bind(null, target) : undefined}
      />
      <QuestionList address={target} questions={questions} people={people} wording={wording} tools={tools} />
    </>
  );
}
