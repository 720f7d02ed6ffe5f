import { ConfirmedButton, type Confirmed } from "@/components/members/confirmed-button";
import { Badge } from "@/components/ui/badge";
import { formatDay } from "@/components/ui/format";
import type { PendingInvitation } from "@/lib/portal/members/list-members";

/** Invitations that have not been answered. */
export function PendingInvitations({ invitations, withdraw }: { invitations: readonly PendingInvitation[]; withdraw: Confirmed }) {
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="pending" className="space-y-3">
      <h2 id="pending" className="text-lg font-semibold">
        Invited
      </h2>
      <ul className="divide-y rounded-lg border">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0">
              <p className="text-sm font-medium wrap-anywhere">{email}</p>
              <p className="text-sm text-muted-foreground">The link works until {formatDay(expiresAt)}.</p>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <Badge variant="secondary" className="capitalize">
                {role}
              </Badge>
              <ConfirmedButton
                id={id}
                label="Withdraw"
                subject={`the invitation of ${email}`}
                question={`Withdraw the invitation of ${email}?`}
                consequence="The link stops working at once. You can send a new one."
                act={withdraw}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
