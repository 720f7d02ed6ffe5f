"use client";

import Link from "next/link";

import { Notice } from "@/components/shell/notice";
import { NoticePage } from "@/components/shell/notice-page";
import { Button } from "@/components/ui/button";

interface FaultNoticeProps {
  /** Names the fault in the server's log. */
  digest: string | undefined;
  retry: () => void;
  /** Whether it is all there is on the page. */
  whole?: boolean;
}

/** A page that could not be shown: nothing of why, a sentence for the person, and two ways on. */
export function FaultNotice({ digest, retry, whole = false }: FaultNoticeProps) {
  const Frame = whole ? NoticePage : Notice;
  return (
    <Frame
      title="This page could not be shown"
      actions={
        <>
          <Button type="button" onClick={retry}>
            Try again
          </Button>
          <Button asChild variant="outline">
            <Link href="/">Go to the start</Link>
          </Button>
        </>
      }
    >
      <p>Something on our side failed. Nothing of yours is lost. Try again in a moment.</p>
      {digest !== undefined && <p className="mt-2 text-sm">If it stays like this, tell your contact this number: {digest}</p>}
    </Frame>
  );
}
