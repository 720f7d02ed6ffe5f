import { PlainHeader } from "@/components/shell/plain-header";
import type { Account } from "@/components/shell/frame";

/** The head of every page of the operator's desk. */
export function DeskHeader({ account }: { account: Account }) {
  return (
    <PlainHeader href="/operator" account={account} hasChoice>
      <span className="truncate text-muted-foreground">Operator’s desk</span>
    </PlainHeader>
  );
}
