"use client";

import { useState, useTransition } from "react";

import { FormError } from "@/components/auth/form-error";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { Source } from "@/lib/portal/connectors/source";

interface HookDialogProps {
  source: Source;
  make: (input: { id: string }) => Promise<ActionResult<{ url: string }>>;
}

/** Makes a source's webhook address and shows it once. */
export function HookDialog({ source: { id, name, hook }, make }: HookDialogProps) {
  const [url, setUrl] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const act = () =>
    start(async () => {
      const result = await make({ id }).catch(() => null);
      setUrl(result?.ok === true ? result.value.url : null);
      setProblem(result === null ? "The portal did not answer. Try again." : result.ok ? null : result.error.message);
    });
  return (
    <Dialog onOpenChange={() => setUrl(null)}>
      <DialogTrigger asChild>
        <Button type="button" variant="ghost" size="sm" aria-label={`Webhook of ${name}`}>
          Webhook
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Webhook of {name}</DialogTitle>
          <DialogDescription>
            Have your software send an empty POST to its address when something has changed: the source is then synchronised, once a minute at most.
            {hook && " There is an address already; a new one takes its place."}
          </DialogDescription>
        </DialogHeader>
        {problem !== null && <FormError>{problem}</FormError>}
        {url === null ? (
          <Button type="button" disabled={pending} onClick={act}>
            {pending ? "Making…" : hook ? "Make a new address" : "Make the address"}
          </Button>
        ) : (
          <div className="space-y-2">
            <Label htmlFor="hook-url">Address</Label>
            <Input id="hook-url" readOnly value={url} autoComplete="off" className="font-mono text-xs" aria-describedby="hook-note" onFocus={(event) => event.target.select()} />
            <p id="hook-note" className="text-sm text-muted-foreground">
              Copy it now: it cannot be shown again. Whoever has it can start a sync, and nothing else.
            </p>
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}
