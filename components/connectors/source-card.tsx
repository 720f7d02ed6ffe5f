"use client";

import { Globe, Package } from "lucide-react";
import { useState, useTransition } from "react";

import { HookDialog } from "@/components/connectors/hook-dialog";
import { RemoveSource } from "@/components/connectors/remove-source";
import { SkippedList } from "@/components/connectors/skipped-list";
import { SourceDialog } from "@/components/connectors/source-dialog";
import { SourceBadge, SourceState } from "@/components/connectors/source-state";
import type { SourceActions } from "@/components/connectors/sources";
import { formatCount } from "@/components/ui/format";
import { Button } from "@/components/ui/button";
import { SCHEDULE_WORDS } from "@/components/connectors/schedule-words";
import type { Source } from "@/lib/portal/connectors/source";

interface SourceCardProps {
  source: Source;
  actions: SourceActions;
  onSaved: () => void;
}

/** One source: where it is, how it does, and what can be done with it. */
export function SourceCard({ source, actions, onSaved }: SourceCardProps) {
  const { id, name, settings, status, documents, everyMinutes } = source;
  const [problem, setProblem] = useState("");
  const [pending, start] = useTransition();
  const sync = () =>
    start(async () => {
      const result = await actions.sync({ id }).catch(() => null);
      setProblem(result === null ? "The portal did not answer. Try again." : result.ok ? "" : result.error.message);
    });
  const Icon = settings.kind === "website" ? Globe : Package;
  const busy = status === "syncing" || status === "leaving";
  return (
    <li className="space-y-4 p-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 space-y-1">
          <h2 className="flex items-center gap-2 font-medium">
            <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
            <span className="wrap-anywhere">{name}</span>
          </h2>
          <p className="text-sm wrap-anywhere text-muted-foreground">{settings.kind === "website" ? settings.start : `${settings.bucket}/${settings.prefix} at ${settings.endpoint}`}</p>
          <p className="text-sm text-muted-foreground">
            {documents === 1 ? "1 document" : `${formatCount(documents)} documents`} · {SCHEDULE_WORDS[String(everyMinutes)] ?? "By hand"}
          </p>
        </div>
        <SourceBadge status={status} />
      </div>
      <SourceState source={source} />
      <SkippedList source={source} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="button" size="sm" variant="outline" disabled={pending || busy} onClick={sync} aria-label={`Sync ${name} now`}>
          Sync now
        </Button>
        <SourceDialog source={source} save={(input) => actions.edit({ id, source: input })} onSaved={onSaved}>
          <Button type="button" size="sm" variant="ghost" disabled={status === "leaving"} aria-label={`Settings of ${name}`}>
            Settings
          </Button>
        </SourceDialog>
        <HookDialog source={source} make={actions.hook} />
        <RemoveSource source={source} remove={actions.remove} />
      </div>
      <p role="status" className="text-sm text-destructive empty:hidden">
        {problem}
      </p>
    </li>
  );
}
