"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";

type Copied = "no" | "yes" | "failed";

const WORDS: Record<Copied, string> = { no: "Copy", yes: "Copied", failed: "Select the text and copy it" };

/** Puts a text on the clipboard. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState<Copied>("no");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("yes");
    } catch {
      // Without TLS there is no clipboard.
      setCopied("failed");
    }
  };
  return (
    <Button type="button" variant="ghost" size="sm" onClick={copy} onBlur={() => setCopied("no")}>
      {copied === "yes" ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite">{WORDS[copied]}</span>
    </Button>
  );
}
