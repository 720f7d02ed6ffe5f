import Link from "next/link";

import type { ProjectAddress } from "@/components/chat/project-address";
import { projectPath } from "@/components/chat/project-address";
import { GapCard, type GapOwner } from "@/components/gaps/gap-card";
import type { GapActions } from "@/components/gaps/gap-tools";
import { Button } from "@/components/ui/button";
import type { GapPage, GapStatus } from "@/lib/portal/gaps/gap";

interface GapListProps extends GapPage {
  status: GapStatus;
  address: ProjectAddress;
  people: readonly GapOwner[];
  actions: GapActions;
}

const TABS: readonly { status: GapStatus; name: string; none: string }[] = [
  { status: "open", name: "Open", none: "Nothing is open: no question was refused or disliked that has not been dealt with." },
  { status: "solved", name: "Solved", none: "Nothing was marked as solved yet." },
  { status: "dismissed", name: "Dismissed", none: "Nothing was dismissed yet." },
];

/** Gaps in one state, page by page. */
export function GapList({ gaps, page, hasMore, status, address, people, actions }: GapListProps) {
  const href = (to: GapStatus, number = 1) => `${projectPath(address, "gaps")}?status=${to}${number === 1 ? "" : `&page=${number}`}`;
  return (
    <div className="space-y-4">
      <nav aria-label="Gaps by state" className="flex flex-wrap gap-2">
        {TABS.map((tab) => (
          <Button key={tab.status} asChild size="sm" variant={tab.status === status ? "secondary" : "ghost"}>
            <Link href={href(tab.status)} prefetch={false} aria-current={tab.status === status ? "page" : undefined}>
              {tab.name}
            </Link>
          </Button>
        ))}
      </nav>
      {gaps.length === 0 ? (
        <p className="rounded-lg border border-dashed p-8 text-center text-sm text-muted-foreground">{page > 1 ? "There is nothing more." : TABS.find((tab) => tab.status === status)?.none}</p>
      ) : (
        <ul className="divide-y rounded-xl border bg-card">
          {gaps.map((gap) => (
            <GapCard key={gap.id} gap={gap} address={address} people={people} actions={actions} />
          ))}
        </ul>
      )}
      {(page > 1 || hasMore) && (
        <nav aria-label="Pages" className="flex justify-between gap-2">
          {page > 1 ? (
            <Button asChild variant="outline">
              <Link href={href(status, page - 1)}>Previous</Link>
            </Button>
          ) : (
            <span />
          )}
          {hasMore && (
            <Button asChild variant="outline">
              <Link href={href(status, page + 1)}>Next</Link>
            </Button>
          )}
        </nav>
      )}
    </div>
  );
}
