import type { Metadata } from "next";

import { IsolationView } from "@/components/isolation/isolation-view";
import { latestProof } from "@/lib/portal/isolation/proofs";
import { pageOperator } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Isolation" };

/** The newest proof, on the operator's desk. */
export default async function OperatorIsolationPage() {
  await pageOperator("/operator/isolation");
  return <IsolationView proof={await latestProof()} />;
}
