"use client";

import { moment } from "@/components/keys/key-words";
import { ConfirmedButton } from "@/components/members/confirmed-button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { ListedKey } from "@/lib/portal/keys/list-keys";

interface PortalKeyProps {
  ownKey: ListedKey | null;
  /** How long the old key stays valid after a rotation. */
  overlapSeconds: number;
  /** Null for who may only look. */
  rotate: ((input: { atOnce: boolean }) => Promise<ActionResult<unknown>>) | null;
}

/** The key with which the portal itself reaches the project, and the two ways to exchange it. */
export function PortalKey({ ownKey, overlapSeconds, rotate }: PortalKeyProps) {
  const id = ownKey?.id ?? "";
  return (
    <Card>
      <CardHeader>
        <CardTitle>
          <h2>The portal’s own key</h2>
        </CardTitle>
      </CardHeader>
      <CardContent className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0 space-y-1 text-sm">
          {ownKey === null || ownKey.state !== "active" ? (
            <p className="text-destructive">It does not open the project any more. Rotate it to put a new one in its place.</p>
          ) : (
            <>
              <p>
                <span className="font-mono">{ownKey.prefix}…</span>, in use since {moment(ownKey.createdAt)}
              </p>
              <p className="text-muted-foreground">It is sealed for this project alone and shown to nobody.</p>
            </>
          )}
        </div>
        {rotate !== null && (
          <div className="flex flex-wrap gap-1">
            <ConfirmedButton
              id={id}
              label="Rotate"
              subject="the portal’s own key"
              question="Rotate the portal’s own key?"
              consequence={`A new key takes over at once. The old one ends after ${overlapSeconds} seconds, so that no request fails.`}
              act={() => rotate({ atOnce: false })}
            />
            <ConfirmedButton
              id={id}
              label="Rotate and end now"
              subject="the portal’s own key"
              question="End the old key now?"
              consequence="For a key that may have leaked. A new key takes over; requests that are on their way with the old one fail."
              act={() => rotate({ atOnce: true })}
            />
          </div>
        )}
      </CardContent>
    </Card>
  );
}
