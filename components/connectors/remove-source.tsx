"use client";

import { useState, useTransition } from "react";

import { FormError } from "@/components/auth/form-error";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { Source } from "@/lib/portal/connectors/source";

interface RemoveSourceProps {
  source: Source;
  remove: (input: { id: string; documents: "keep" | "remove" }) => Promise<ActionResult<unknown>>;
}

/** Ends a source, with or without what it has brought. */
export function RemoveSource({ source: { id, name, documents, status }, remove }: RemoveSourceProps) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const act = (what: "keep" | "remove") => () =>
    start(async () => {
      const result = await remove({ id, documents: what }).catch(() => null);
      if (result?.ok === true) setOpen(false);
      else setProblem(result === null ? "The portal did not answer. Look whether it is done before you try again." : result.error.message);
    });
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button type="button" size="sm" variant="ghost" disabled={status === "leaving"} aria-label={`Remove ${name}`}>
          Remove
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Remove {name}?</DialogTitle>
          <DialogDescription>
            {documents === 0 ? "It has brought no documents." : `It has brought ${documents === 1 ? "one document" : `${documents} documents`}. Keep them as they are now, or take them out of the answers as well.`}
          </DialogDescription>
        </DialogHeader>
        {problem !== null && <FormError>{problem}</FormError>}
        <DialogFooter>
          <Button type="button" variant="outline" disabled={pending} onClick={act("keep")}>
            {documents === 0 ? "Remove the source" : "Keep the documents"}
          </Button>
          {documents > 0 && (
            <Button type="button" variant="destructive" disabled={pending} onClick={act("remove")}>
              Remove them too
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
