"use client";

import { CloudDownload, Plus } from "lucide-react";
import { useRouter } from "next/navigation";

import type { ProjectAddress } from "@/components/chat/project-address";
import { SourceCard } from "@/components/connectors/source-card";
import { SourceDialog } from "@/components/connectors/source-dialog";
import { useSources } from "@/components/connectors/use-sources";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { Source, SourceInput } from "@/lib/portal/connectors/source";

/** What an admin can do with sources. */
export interface SourceActions {
  add: (input: SourceInput) => Promise<ActionResult<unknown>>;
  edit: (input: { id: string; source: SourceInput }) => Promise<ActionResult<unknown>>;
  sync: (input: { id: string }) => Promise<ActionResult<unknown>>;
  hook: (input: { id: string }) => Promise<ActionResult<{ url: string }>>;
  remove: (input: { id: string; documents: "keep" | "remove" }) => Promise<ActionResult<unknown>>;
}

interface SourcesProps {
  address: ProjectAddress;
  sources: readonly Source[];
  actions: SourceActions;
}

/** A project's sources, kept up to date by the page itself. */
export function Sources({ address, sources: given, actions }: SourcesProps) {
  const router = useRouter();
  const sources = useSources(address, given);
  const refresh = () => router.refresh();
  const connect = (
    <SourceDialog source={null} save={actions.add} onSaved={refresh}>
      <Button type="button">
        <Plus aria-hidden />
        Connect a source
      </Button>
    </SourceDialog>
  );
  return (
    <div className="space-y-6">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="max-w-xl space-y-1">
          <h1 className="text-2xl font-semibold tracking-tight">Sources</h1>
          <p className="text-sm text-pretty text-muted-foreground">Websites and buckets whose documents are brought here by themselves and kept up to date.</p>
        </div>
        {sources.length > 0 && connect}
      </header>
      {sources.length === 0 ? (
        <div className="flex flex-col items-center gap-4 rounded-xl border border-dashed p-10 text-center">
          <CloudDownload aria-hidden className="size-8 text-muted-foreground" />
          <p className="max-w-sm text-sm text-pretty text-muted-foreground">Nothing is connected yet. Name a website or a bucket, and its documents come by themselves.</p>
          {connect}
        </div>
      ) : (
        <ul className="divide-y rounded-xl border bg-card">
          {sources.map((source) => (
            <SourceCard key={source.id} source={source} actions={actions} onSaved={refresh} />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {sources.map(({ name, status }) => (status === "syncing" ? `${name} is being synchronised.` : status === "broken" ? `${name} is broken.` : "")).join(" ")}
      </p>
    </div>
  );
}
