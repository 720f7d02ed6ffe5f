"use client";

import { Check, Copy, Mail } from "lucide-react";
import { useRef, useState } from "react";

import { invitationMail } from "@/components/members/invitation-mail";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** An invitation's link, shown this once: it is stored nowhere in clear. */
export function InvitationLink({ url, email }: { url: string; email: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // Without TLS there is no clipboard; the link stays selected for the keyboard.
      setCopied(false);
    }
  };
  return (
    <div className="space-y-2">
      <Label htmlFor="invitation-link">
        <span>
          Invitation link for <span className="break-all">{email}</span>
        </span>
      </Label>
      <div className="flex gap-2">
        <Input
          ref={field}
          id="invitation-link"
          readOnly
          value={url}
          aria-describedby="invitation-link-note"
          className="font-mono text-xs"
          onFocus={(event) => event.target.select()}
        />
        <Button type="button" variant="outline" onClick={copy}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
        </Button>
      </div>
      <p id="invitation-link-note" className="text-sm text-muted-foreground">
        Send it to this person yourself: it is shown this once, works once, and for seven days.
      </p>
      <Button asChild variant="outline" size="sm">
        <a href={invitationMail({ url, email })}>
          <Mail aria-hidden />
          Write the mail
        </a>
      </Button>
    </div>
  );
}
