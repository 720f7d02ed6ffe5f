import { FileMinus, FilePen, FilePlus } from "lucide-react";

import type { DocumentChange } from "@/lib/portal/golden/runs/compare-runs";

const LOOKS = { added: FilePlus, removed: FileMinus, changed: FilePen } as const;

/** Documents that changed, each with its versions. */
export function DocumentChanges({ changes }: { changes: readonly DocumentChange[] }) {
  return (
    <ul className="space-y-1 text-sm">
      {changes.map(({ name, kind, from, to }) => {
        const Icon = LOOKS[kind];
        return (
          <li key={name} className="flex gap-2">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
            <span className="min-w-0 break-words">
              {name} <span className="text-muted-foreground">{kind === "changed" ? `version ${from} → ${to}` : kind}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
