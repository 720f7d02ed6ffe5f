"use client";

import { FaultNotice } from "@/components/shell/fault-notice";

/** A page outside every organisation that could not be shown. */
export default function Fault({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FaultNotice digest={error.digest} retry={reset} whole />;
}
