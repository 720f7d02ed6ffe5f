import type { Metadata } from "next";

import { promoteFrom } from "@/app/t/[org]/[project]/promote/actions";
import { PromoteForm } from "@/components/promotion/promote-form";
import { PromotionList } from "@/components/promotion/promotion-list";
import { citableDocuments } from "@/lib/portal/golden/citable-documents";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { listProjects } from "@/lib/portal/organisations/list-projects";
import { listPromotions } from "@/lib/portal/promotion/list-promotions";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Promote" };

/** Copies chosen documents and golden questions of this project into another one, when they pass here, and has the questions run there. */
export default async function PromotePage({ params }: { params: TenantParams }) {
  const scope = await pageTenant(params, "golden.write", "/promote");
  const [projects, documents, questions, promotions] = await Promise.all([listProjects(scope), citableDocuments(scope), listGoldenQuestions(scope), listPromotions(scope)]);
  const others = projects.filter(({ id }) => id !== scope.project.id).map(({ slug, name }) => ({ slug, name }));
  return (
    <div className="mx-auto w-full max-w-4xl space-y-8 px-4 py-8 sm:px-6">
      <header className="max-w-xl space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Promote</h1>
        <p className="text-sm text-pretty text-muted-foreground">
          Copy documents and golden questions of {scope.project.name} into another project of yours, as from staging to production. The questions run here first: where one that must pass does not, nothing is copied. Afterwards they run there.
        </p>
      </header>
      <PromoteForm
        org={scope.organisation.slug}
        project={scope.project.slug}
        projects={others}
        documents={documents.map(({ id, name }) => ({ id, label: name }))}
        questions={questions.map(({ id, question }) => ({ id, label: question }))}
        promote={promoteFrom}
      />
      <PromotionList org={scope.organisation.slug} promotions={promotions} />
    </div>
  );
}
