import type { Metadata } from "next";
import { Suspense } from "react";

import { acceptSuggestions } from "@/app/t/[org]/[project]/golden/actions";
import { GoldenHeader } from "@/components/golden/golden-header";
import { GoldenSkeleton } from "@/components/golden/golden-skeleton";
import { Suggestions } from "@/components/golden/suggestions";
import { hasModel } from "@/lib/platform/language-model/ask-model";
import { suggestQuestions } from "@/lib/portal/golden/suggestions/suggest-questions";
import type { TenantScope } from "@/lib/portal/scope";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Suggested golden questions" };

/** Questions that the documents suggest, to be taken or left. */
export default async function SuggestionsPage({ params }: { params: TenantParams }) {
  const scope = await pageTenant(params, "golden.write", "/golden/suggestions");
  const address = { org: scope.organisation.slug, project: scope.project.slug };
  return (
    <div className="mx-auto w-full max-w-4xl space-y-8 px-4 py-8 sm:px-6">
      <GoldenHeader address={address} here="suggestions" mayWrite title="Suggestions">
        {`Questions that your documents answer, ${hasModel() ? "written by a language model from some of their pages, or " : ""}read from their headings, question-and-answer pairs, defined terms and numbers. Each was tried just now.`}
      </GoldenHeader>
      <Suspense fallback={<GoldenSkeleton />}>
        <SuggestionList scope={scope} />
      </Suspense>
    </div>
  );
}

async function SuggestionList({ scope }: { scope: TenantScope }) {
  const target = { org: scope.organisation.slug, project: scope.project.slug };
  return <Suggestions address={target} suggestions={await suggestQuestions(scope)} accept={acceptSuggestions.bind(null, target)} />;
}
