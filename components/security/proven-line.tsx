import { CircleAlert, ShieldCheck } from "lucide-react";

import { formatCount, formatTime } from "@/components/ui/format";
import type { SignedProof } from "@/lib/portal/isolation/signed-proof";


/** When it was last proven that customers are apart, in a line. */
export function ProvenLine({ proof }: { proof: SignedProof | null }) {
  if (proof === null) return <p className="rounded-lg border border-dashed p-4 text-sm text-muted-foreground">That customers are kept apart has not been proven on this server yet.</p>;
  const { verdict, finishedAt, probes, leaked } = proof.payload;
  const Icon = verdict === "holds" ? ShieldCheck : CircleAlert;
  return (
    <p className="flex items-start gap-3 rounded-lg border p-4 text-sm">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <span className="font-medium">Isolation last proven {formatTime(finishedAt)}:</span> {formatCount(probes)} probes, {formatCount(leaked)} leaks
        {verdict === "void" && ", but the probes did not find their own secrets, so nothing was proven"}.
      </span>
    </p>
  );
}
