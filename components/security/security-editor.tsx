"use client";

import Link from "next/link";
import { useState } from "react";

import { FormError } from "@/components/auth/form-error";
import { useFormAction } from "@/components/form/use-form-action";
import { SecurityText } from "@/components/security/security-text";
import { Button } from "@/components/ui/button";
import { formatTime } from "@/components/ui/format";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { SecurityPage } from "@/lib/portal/security-page/security-page";


interface SecurityEditorProps {
  page: SecurityPage;
  save: (input: { text: string; version: number }) => Promise<ActionResult<unknown>>;
}

/** The public page's Markdown, and beside it what people will read. */
export function SecurityEditor({ page, save }: SecurityEditorProps) {
  const [text, setText] = useState(page.text);
  const { error, pending, onSubmit } = useFormAction({
    send: () => save({ text, version: page.version }),
    unanswered: "The portal did not answer. Look whether it is saved before you try again.",
  });
  return (
    <form onSubmit={onSubmit} className="space-y-4">
      {error !== null && <FormError>{error.fields?.text === undefined ? error.message : `The text ${error.fields.text}.`}</FormError>}
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="space-y-2">
          <Label htmlFor="security-text">Text in Markdown</Label>
          <Textarea id="security-text" value={text} onChange={(event) => setText(event.target.value)} maxLength={50_000} rows={30} className="font-mono text-sm" spellCheck />
        </div>
        <section aria-label="Preview" className="space-y-2">
          <p className="text-sm font-medium">Preview</p>
          <div className="rounded-lg border px-4 pb-4">
            <SecurityText text={text} />
          </div>
        </section>
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" disabled={pending || text === page.text}>
          {pending ? "Saving…" : "Save and show"}
        </Button>
        <Button asChild variant="outline">
          <Link href="/security">Open the page</Link>
        </Button>
        <p className="text-sm text-muted-foreground">
          {page.savedAt === null ? "This is the text that comes with the product, made from this server’s settings." : `Version ${page.version}, saved ${formatTime(page.savedAt)} by ${page.savedBy}.`}
        </p>
      </div>
    </form>
  );
}
