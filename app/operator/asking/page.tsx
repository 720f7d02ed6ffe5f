import type { Metadata } from "next";

import { stopProjectAsking } from "@/app/operator/asking/actions";
import { AskingStops } from "@/components/asking/asking-stops";
import { listAsking } from "@/lib/portal/operators/stop-asking";
import { pageOperator } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Kill switch" };

/** The operator's kill switch over "Ask your docs", project by project. */
export default async function AskingStopsPage() {
  const operator = await pageOperator("/operator/asking");
  return (
    <div className="space-y-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Kill switch</h1>
        <p className="max-w-prose text-sm text-muted-foreground">
          A stop holds from the next question on. Only you can lift it; the customer finds it in its audit log and switches “Ask your docs” on again itself.
        </p>
      </header>
      <AskingStops projects={await listAsking(operator)} stop={stopProjectAsking} />
    </div>
  );
}
