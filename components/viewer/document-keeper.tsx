"use client";

import { useState, useTransition } from "react";

import { SourceLink } from "@/components/documents/source-link";
import { Select } from "@/components/golden/select";
import { Badge } from "@/components/ui/badge";
import type { ActionResult } from "@/lib/portal/actions/action-result";

interface DocumentKeeperProps {
  documentId: string;
  owner: { id: string; name: string } | null;
  isStale: boolean;
  source: { name: string; link: string | null } | null;
  /** Absent for those who may only read. */
  tools?: { people: readonly { id: string; name: string }[]; assign: (input: { id: string; ownerId: string | null }) => Promise<ActionResult<unknown>> } | undefined;
}

/** Where a document came from, who looks after it, and whether it has not changed for too long. */
export function DocumentKeeper({ documentId, owner, isStale, source, tools }: DocumentKeeperProps) {
  const [ownerId, setOwnerId] = useState(owner?.id ?? "");
  const [problem, setProblem] = useState("");
  const [, start] = useTransition();
  const choose = (chosen: string) => {
    const before = ownerId;
    setOwnerId(chosen);
    start(async () => {
      const result = await tools?.assign({ id: documentId, ownerId: chosen === "" ? null : chosen }).catch(() => null);
      if (result?.ok === true) return setProblem("");
      setOwnerId(before);
      setProblem(result?.ok === false ? result.error.message : "The portal did not answer. Try again.");
    });
  };
  return (
    <div className="space-y-3 text-sm">
      {source !== null && (
        <p className="text-muted-foreground">
          <SourceLink source={source} />
        </p>
      )}
      {isStale && (
        <p className="space-x-2">
          <Badge variant="warning">Stale</Badge> <span>It has not changed for longer than your project allows. Look whether it still holds.</span>
        </p>
      )}
      {tools === undefined ? (
        <p className="text-muted-foreground">Owner: {owner?.name ?? "nobody is named"}</p>
      ) : (
        <Select id="document-owner" label="Owner" value={ownerId} choices={[{ value: "", label: "Nobody" }, ...tools.people.map(({ id, name }) => ({ value: id, label: name }))]} onChoose={choose} />
      )}
      <p role="status" className="text-destructive empty:hidden">
        {problem}
      </p>
    </div>
  );
}
