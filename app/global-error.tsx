"use client";

import "@/app/globals.css";

import { typeface } from "@/app/fonts";
import { FaultNotice } from "@/components/shell/fault-notice";

/** The last resort: the frame of every page itself could not be shown. */
export default function GlobalFault({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en-GB" className={typeface}>
      <body>
        <title>Citadel</title>
        <FaultNotice digest={error.digest} retry={reset} whole />
      </body>
    </html>
  );
}
