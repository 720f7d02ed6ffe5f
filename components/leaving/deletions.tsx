import { ReceiptButton } from "@/components/leaving/receipt-button";
import { Refreshing } from "@/components/ui/refreshing";
import { type Confirmed, ConfirmedButton } from "@/components/members/confirmed-button";
import { formatDay } from "@/components/ui/format";
import { Badge } from "@/components/ui/badge";
import type { Deletion } from "@/lib/portal/leaving/deletion";

const WORDS: Record<Deletion["status"], string> = { waiting: "Waiting", running: "Under way", done: "Deleted", undone: "Undone" };

interface DeletionsProps {
  deletions: readonly Deletion[];
  undo: Confirmed;
  /** On the operator's desk: say whose it is. */
  showCustomer?: boolean;
}

/** What is to be deleted, and what has been: with the way back, or the receipt. */
export function Deletions({ deletions, undo, showCustomer = false }: DeletionsProps) {
  const isUnderWay = deletions.some(({ status }) => status === "running");
  return (
    <section className="space-y-3" aria-labelledby="deletions">
      {isUnderWay && <Refreshing />}
      <h2 id="deletions" className="text-lg font-semibold">
        Deletions
      </h2>
      <ul className="divide-y rounded-lg border">
        {deletions.map((deletion) => (
          <li key={deletion.id} className="flex flex-wrap items-center justify-between gap-3 p-4">
            <div className="min-w-0 space-y-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                <span className="wrap-anywhere">{showCustomer && deletion.projectId !== null ? `${deletion.customer} / ${deletion.name}` : deletion.name}</span>
                <Badge variant="secondary">{WORDS[deletion.status]}</Badge>
              </p>
              <p className="text-sm text-muted-foreground">{said(deletion)}</p>
            </div>
            {deletion.status === "waiting" && (!showCustomer || deletion.projectId === null) && (
              <ConfirmedButton
                id={showCustomer ? deletion.organisationId : deletion.id}
                label="Undo"
                subject={`the deletion of ${deletion.name}`}
                question={`Keep ${deletion.name}?`}
                consequence="It is there again at once, and its keys work. “Ask your docs” stays off until an admin switches it on."
                act={undo}
              />
            )}
            {deletion.receipt !== null && <ReceiptButton name={deletion.name} fileName={`receipt-${deletion.id}.json`} text={`${JSON.stringify(deletion.receipt, null, 2)}\n`} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function said({ status, askedBy, askedAt, dueAt, finishedAt }: Deletion): string {
  const asked = `Asked for by ${askedBy} on ${formatDay(askedAt)}`;
  if (status === "waiting") return `${asked}. It can be undone until ${formatDay(dueAt)}; until then nobody can open it.`;
  if (status === "running") return `${asked}. It is going now.`;
  return finishedAt === null ? `${asked}.` : `${asked}, over since ${formatDay(finishedAt)}.`;
}
