import { Download } from "lucide-react";

import { formatTime } from "@/components/ui/format";
import { type GoldenAddress, goldenApi } from "@/components/golden/golden-address";
import { PrintButton } from "@/components/golden/print-button";
import { RunBadge } from "@/components/golden/run-badge";
import { costWords, durationWords, OUTCOME_WORDS, startedWords } from "@/components/golden/run-words";
import { Button } from "@/components/ui/button";
import type { RunReport } from "@/lib/portal/golden/runs/run-report";

interface RunSummaryProps {
  address: GoldenAddress;
  organisation: string;
  project: string;
  report: RunReport;
  /** This server's, with which the JSON is signed. */
  publicKey: string;
}

/** What a run came to in numbers, and the ways to hand it on. */
export function RunSummary({ address, organisation, project, report: { run, documents }, publicKey }: RunSummaryProps) {
  const outcome = run.outcome === null ? null : OUTCOME_WORDS[run.outcome];
  const facts = [
    { name: "Passed", value: `${run.passed} of ${run.total}` },
    { name: "Took", value: durationWords(run) },
    { name: "Asked", value: `${run.asked} ${run.asked === 1 ? "time" : "times"}` },
    { name: "Documents", value: documents.length.toLocaleString("en-GB") },
  ];
  return (
    <section aria-label={`Run ${run.number} in numbers`} className="rounded-xl border bg-card p-5 shadow-xs sm:px-6 print:border-0 print:p-0 print:shadow-none">
      <h1 className="mb-4 hidden text-xl font-semibold print:block">
        {organisation}, {project}: run {run.number} of the golden questions
      </h1>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <p className="text-sm text-muted-foreground">
          {startedWords(run)}, <time dateTime={run.createdAt}>{formatTime(run.createdAt)}</time>. {costWords(run)}.
        </p>
        <RunBadge run={run} />
      </div>
      <dl className="mt-5 grid grid-cols-2 gap-5 sm:grid-cols-4">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-sm text-muted-foreground">{name}</dt>
            <dd className="text-lg font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {outcome !== null && <p className="mt-4 text-sm">{outcome}</p>}
      <div className="mt-5 flex flex-wrap gap-2 print:hidden">
        <PrintButton />
        {(["csv", "json"] as const).map((format) => (
          <Button key={format} asChild variant="outline" size="sm">
            <a href={goldenApi(address, `/runs/${run.number}/report?format=${format}`)} download>
              <Download aria-hidden />
              {format === "csv" ? "CSV" : "Signed JSON"}
            </a>
          </Button>
        ))}
      </div>
      <p className="mt-4 text-xs break-all text-muted-foreground">
        Digest of the questions {run.questionsDigest ?? "–"}; of the documents {run.documentsDigest ?? "–"}. The JSON is signed with this server’s Ed25519 key {publicKey} and
        holds the sha256 of the CSV.
      </p>
    </section>
  );
}
