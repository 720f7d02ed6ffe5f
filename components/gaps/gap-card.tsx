import { BadgeCheck } from "lucide-react";
import Link from "next/link";

import { type ProjectAddress, projectPath } from "@/components/chat/project-address";
import { GapTools, type GapActions } from "@/components/gaps/gap-tools";
import { formatTime } from "@/components/ui/format";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { viewerHref } from "@/components/viewer/viewer-href";
import type { Gap } from "@/lib/portal/gaps/gap";

/** A member who can close gaps. */
export interface GapOwner {
  id: string;
  name: string;
}

interface GapCardProps {
  gap: Gap;
  address: ProjectAddress;
  people: readonly GapOwner[];
  actions: GapActions;
}

const times = (count: number) => (count === 1 ? "once" : `${count} times`);

/** Questions that mean the same and got no good answer: how often, what came nearest, and what can be done. */
export function GapCard({ gap, address, people, actions }: GapCardProps) {
  const { question, wordings, asked, refused, disliked, people: askers, lastAskedAt, documents, last } = gap;
  return (
    <li className="space-y-4 p-4 sm:p-5">
      <div className="space-y-2">
        <h2 className="text-base font-medium break-words">{question}</h2>
        {wordings.length > 0 && <p className="text-sm break-words text-muted-foreground">Also asked as: {wordings.map((wording) => `“${wording}”`).join(", ")}</p>}
        <div className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
          {refused > 0 && <Badge variant="secondary">Refused {times(refused)}</Badge>}
          {disliked > 0 && <Badge variant="warning">Disliked {times(disliked)}</Badge>}
          <span>
            Asked {times(asked)} by {askers === 1 ? "one person" : `${askers} people`}, last on <time dateTime={lastAskedAt}>{formatTime(lastAskedAt)}</time>
          </span>
        </div>
      </div>
      {documents.length > 0 && (
        <div className="space-y-1 text-sm">
          <h3 className="text-muted-foreground">Nearest documents</h3>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {documents.map(({ id, name, page }) => (
              <li key={id} className="min-w-0 break-words">
                <Link href={viewerHref({ ...address, documentId: id, page })} prefetch={false} className="underline underline-offset-4">
                  {name}, page {page}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <Button asChild size="sm">
          <Link href={`${projectPath(address, "golden")}?new=${encodeURIComponent(question)}`} prefetch={false}>
            <BadgeCheck aria-hidden />
            Make a golden question
          </Link>
        </Button>
        <Button asChild size="sm" variant="outline">
          <Link href={`${projectPath(address, "conversations")}/${encodeURIComponent(last.sessionId)}#${last.messageId}`} prefetch={false}>
            Open the conversation
          </Link>
        </Button>
        <GapTools gap={gap} people={people} actions={actions} />
      </div>
    </li>
  );
}
