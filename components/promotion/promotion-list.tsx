import Link from "next/link";

import { projectPath } from "@/components/chat/project-address";
import { formatTime } from "@/components/ui/format";
import { Badge } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import { Refreshing } from "@/components/ui/refreshing";
import type { Promotion } from "@/lib/portal/promotion/promotion";

const BADGES = {
  waiting: ["Waiting", "secondary"],
  checking: ["Being checked", "secondary"],
  copying: ["Copying", "secondary"],
  reading: ["Being read", "secondary"],
  done: ["Done", "success"],
  failed: ["Failed", "destructive"],
} as const;

interface PromotionListProps {
  org: string;
  promotions: readonly Promotion[];
}

const isMoving = ({ status }: Promotion) => status !== "done" && status !== "failed";

/** The latest copies, followed while one is on its way. */
export function PromotionList({ org, promotions }: PromotionListProps) {
  if (promotions.length === 0) return null;
  return (
    <section aria-labelledby="promotions-title" className="space-y-3">
      {promotions.some(isMoving) && <Refreshing />}
      <h2 id="promotions-title" className="text-lg font-medium">
        Latest
      </h2>
      <ul className="divide-y rounded-xl border bg-card">
        {promotions.map((promotion) => (
          <PromotionRow key={promotion.id} org={org} promotion={promotion} />
        ))}
      </ul>
    </section>
  );
}

function PromotionRow({ org, promotion }: { org: string; promotion: Promotion }) {
  const { from, fromSlug, to, toSlug, status, done, documents, questions, reason, checkRun, run, startedBy, createdAt } = promotion;
  const [word, variant] = BADGES[status];
  return (
    <li className="space-y-2 p-4 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-medium">
          {from} → {to}
        </p>
        <Badge variant={variant}>{word}</Badge>
      </div>
      <p className="text-muted-foreground">
        {documents === 1 ? "1 document" : `${documents} documents`}, {questions === 1 ? "1 question" : `${questions} questions`} · {startedBy}, {formatTime(createdAt)}
      </p>
      {isMoving(promotion) && <Progress aria-label={`Promoting into ${to}`} value={documents === 0 || status !== "copying" ? null : (100 * done) / documents} />}
      {reason !== null && <p className={status === "failed" ? "text-destructive" : "text-muted-foreground"}>{reason}</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {checkRun !== null && <RunLink org={org} project={fromSlug} run={checkRun} where={`in ${from}, before`} />}
        {run !== null && <RunLink org={org} project={toSlug} run={run} where={`in ${to}`} />}
      </p>
    </li>
  );
}

function RunLink({ org, project, run, where }: { org: string; project: string; run: number; where: string }) {
  return (
    <Link href={`${projectPath({ org, project }, "golden/runs")}/${run}`} className="underline underline-offset-4">
      See run {run} {where}
    </Link>
  );
}
