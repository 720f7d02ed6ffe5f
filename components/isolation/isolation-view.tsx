import { Download } from "lucide-react";

import { ProofSummary } from "@/components/isolation/proof-summary";
import { SecurityLink } from "@/components/security/security-link";
import { Button } from "@/components/ui/button";
import type { SignedProof } from "@/lib/portal/isolation/signed-proof";

/** What keeps customers apart, and when that was last tried. */
export function IsolationView({ proof }: { proof: SignedProof | null }) {
  return (
    <div className="mx-auto w-full max-w-4xl space-y-6 px-4 py-8 sm:px-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="max-w-xl space-y-1">
          <h1 className="text-2xl font-semibold tracking-tight">Isolation</h1>
          <p className="text-sm text-muted-foreground">
            Two disposable projects are filled with secrets, and each is asked for the other’s in every way we know. This is what came of it.
          </p>
        </div>
        {proof !== null && (
          <Button asChild variant="outline">
            <a href="/api/proof" download="proof.json">
              <Download aria-hidden />
              Signed report
            </a>
          </Button>
        )}
      </header>
      <ProofSummary proof={proof} />
      <SecurityLink />
    </div>
  );
}
