import "server-only";

import { z } from "zod";

import { type PortalTransaction } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** A person's word for a set of questions and the answers it got. */
export interface GoldenSignature {
  signedBy: string;
  /** ISO 8601 UTC. */
  signedAt: string;
  /** What was signed: the questions, and the documents they were asked of (sha256, in hex). */
  questionsDigest: string;
  documentsDigest: string;
  questions: number;
  passed: number;
}

/** How the server signs the row: Ed25519, in base64url. */
export const storedSignature = z.object({ algorithm: z.literal("Ed25519"), publicKey: z.string(), value: z.string() });

/** The latest signature of the scope's project, or null. */
export async function latestSignature(tx: PortalTransaction, scope: TenantScope): Promise<GoldenSignature | null> {
  const row = await tx.goldenSignature.findFirst({
    where: { organisationId: scope.organisation.id, projectId: scope.project.id },
    orderBy: [{ signedAt: "desc" }, { id: "desc" }],
  });
  if (row === null) return null;
  const { signedName, signedAt, questionsDigest, documentsDigest, questions, passed } = row;
  return { signedBy: signedName, signedAt: signedAt.toISOString(), questionsDigest, documentsDigest, questions, passed };
}
