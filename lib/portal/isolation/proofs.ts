import "server-only";

import { signJson } from "@/lib/platform/crypto/signing";
import { lookUp, withOperator, withOrganisation } from "@/lib/portal/database";
import type { ProofReport } from "@/lib/portal/isolation/proof-report";
import { type SignedProof, signedProof } from "@/lib/portal/isolation/signed-proof";
import type { OrganisationScope } from "@/lib/portal/scope";

/** Signs a report and keeps it. */
export async function keepProof(report: ProofReport): Promise<SignedProof> {
  const { payload, signature } = signJson(report);
  await withOperator((tx) =>
    tx.proof.create({ data: { id: report.id, finishedAt: new Date(report.finishedAt), verdict: report.verdict, report: payload, signature: { ...signature } } }),
  );
  return { payload, signature };
}

/** The newest proofs, newest first; they hold nothing of any customer. */
export async function listProofs(limit = 20): Promise<SignedProof[]> {
  const rows = await lookUp((tx) => tx.proof.findMany({ orderBy: [{ finishedAt: "desc" }, { id: "desc" }], take: limit }));
  return rows.map(({ report, signature }) => signedProof.parse({ payload: report, signature }));
}

/** The newest proof, or null when none was made yet. */
export async function latestProof(): Promise<SignedProof | null> {
  const [latest] = await listProofs(1);
  return latest ?? null;
}

/** The newest proof for the people of an organisation. */
export async function latestProofFor(scope: OrganisationScope): Promise<SignedProof | null> {
  const row = await withOrganisation(scope, (tx) => tx.proof.findFirst({ orderBy: [{ finishedAt: "desc" }, { id: "desc" }] }));
  return row === null ? null : signedProof.parse({ payload: row.report, signature: row.signature });
}
