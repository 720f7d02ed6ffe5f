import Link from "next/link";

import { projectPath } from "@/components/chat/project-address";
import { formatTime } from "@/components/ui/format";
import { Badge } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import { Refreshing } from "@/components/ui/refreshing";
import type { Promotion } from "@/lib/portal/promotion/promotion";

const BADGES = {
  waiting: ["Waiting", "secondary"],
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
  const { from, to, toSlug, status, done, documents, questions, reason, run, startedBy, createdAt } = promotion;
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
      {isMoving(promotion) && <Progress aria-label={`Copying into ${to}`} value={documents === 0 || status === "reading" ? null : (100 * done) / documents} />}
      {reason !== null && <p className={status === "failed" ? "text-destructive" : "text-muted-foreground"}>{reason}</p>}
      {run !== null && (
        <Link href={`${projectPath({ org, project: toSlug }, "golden/runs")}/${run}`} className="underline underline-offset-4">
          See run {run} in {to}
        </Link>
      )}
    </li>
  );
}
