import type { Metadata } from "next";

import { IsolationView } from "@/components/isolation/isolation-view";
import { latestProofFor } from "@/lib/portal/isolation/proofs";
import { type OrganisationParams, pageOrganisation } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Isolation" };

/** The newest proof that no customer can read another's, for everyone in the organisation. */
export default async function IsolationPage({ params }: { params: OrganisationParams }) {
  const scope = await pageOrganisation(params, undefined, "/isolation");
  return <IsolationView proof={await latestProofFor(scope)} />;
}
