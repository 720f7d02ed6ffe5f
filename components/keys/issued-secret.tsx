"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { NewKey } from "@/lib/portal/keys/issue-key";

/** A key's secret, shown this once: only its hash is stored. */
export function IssuedSecret({ issued: { key, name } }: { issued: NewKey }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(key);
      setCopied(key);
    } catch {
      // Without TLS there is no clipboard; the key stays selected for the keyboard.
      setCopied(null);
    }
  };
  return (
    <div className="space-y-2">
      <Label htmlFor="issued-key">
        <span>
          Key for <span className="wrap-anywhere">{name}</span>
        </span>
      </Label>
      <div className="flex gap-2">
        <Input ref={field} id="issued-key" readOnly value={key} autoComplete="off" aria-describedby="issued-key-note" className="font-mono text-xs" onFocus={(event) => event.target.select()} />
        <Button type="button" variant="outline" onClick={copy}>
          {copied === key ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span aria-live="polite">{copied === key ? "Copied" : "Copy"}</span>
        </Button>
      </div>
      <p id="issued-key-note" className="text-sm text-muted-foreground">
        Copy it into your software’s secret store now: it cannot be shown again. Send it as <span className="font-mono">Authorization: Bearer</span>.
      </p>
    </div>
  );
}
