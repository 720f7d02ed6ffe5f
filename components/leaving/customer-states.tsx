"use client";

import { TypedDeletion } from "@/components/leaving/typed-deletion";
import { ConfirmedButton } from "@/components/members/confirmed-button";
import { Badge } from "@/components/ui/badge";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { CustomerState } from "@/lib/portal/operators/customer-states";

interface CustomerStatesProps {
  customers: readonly CustomerState[];
  graceDays: number;
  change: (input: { id: string; status: "active" | "suspended" }) => Promise<ActionResult<unknown>>;
  remove: (input: { id: string; typedName: string; graceDays: number }) => Promise<ActionResult<unknown>>;
}

/** Every customer with the ways to shut, open and delete it. */
export function CustomerStates({ customers, graceDays, change, remove }: CustomerStatesProps) {
  if (customers.length === 0) return <p className="rounded-lg border border-dashed p-8 text-center text-muted-foreground">There is no customer.</p>;
  return (
    <ul className="divide-y rounded-lg border">
      {customers.map(({ id, name, status }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 p-4">
          <p className="flex min-w-0 flex-wrap items-center gap-2 font-medium">
            <span className="wrap-anywhere">{name}</span>
            {status !== "active" && <Badge variant="secondary">{status === "suspended" ? "Suspended" : "To be deleted"}</Badge>}
          </p>
          {status !== "deleting" && (
            <div className="flex items-center gap-2">
              <ConfirmedButton
                id={id}
                label={status === "active" ? "Suspend" : "Resume"}
                subject={name}
                question={status === "active" ? `Suspend ${name}?` : `Open ${name} again?`}
                consequence={status === "active" ? "Nobody gets in, and every key is refused, until you resume it. Nothing is lost." : "Its people and its keys get in again at once."}
                act={() => change({ id, status: status === "active" ? "suspended" : "active" })}
              />
              <TypedDeletion isQuiet name={name} graceDays={graceDays} remove={(input) => remove({ id, ...input })} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
