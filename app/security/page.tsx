import type { Metadata } from "next";
import Link from "next/link";

import { ProvenLine } from "@/components/security/proven-line";
import { SecurityText } from "@/components/security/security-text";
import { Brand } from "@/components/shell/brand";
import { latestProof } from "@/lib/portal/isolation/proofs";
import { securityPage } from "@/lib/portal/security-page/security-page";

export const metadata: Metadata = { title: "Security" };

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** What security reviewers ask, for everybody. */
export default async function SecurityPage() {
  const [page, proof] = await Promise.all([securityPage(), latestProof()]);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b">
        <div className="flex h-14 items-center px-4 sm:px-6">
          <Link href="/" className="rounded-lg">
            <Brand />
          </Link>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-3xl grow space-y-6 px-4 py-10 sm:px-6">
        <header className="space-y-1">
          <h1 className="text-2xl font-semibold tracking-tight">Security</h1>
          {page.savedAt !== null && <p className="text-sm text-muted-foreground">As of {DAY.format(new Date(page.savedAt))}.</p>}
        </header>
        <ProvenLine proof={proof} />
        <SecurityText text={page.text} />
      </main>
    </div>
  );
}
