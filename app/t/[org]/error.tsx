"use client";

import { FaultNotice } from "@/components/shell/fault-notice";

/** A page of the organisation that could not be shown; the header stays. */
export default function FaultInOrganisation({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FaultNotice digest={error.digest} retry={reset} />;
}
