import { z } from "zod";

/** How far an export or import is. */
export const transferStatus = z.enum(["waiting", "running", "ready", "failed", "expired"]);

/** An export or import as its page shows it. */
export interface Transfer {
  id: string;
  kind: "export" | "import";
  status: z.output<typeof transferStatus>;
  /** The project's name; null for the whole customer. */
  project: string | null;
  /** In documents. */
  done: number;
  total: number;
  /** Of the finished archive. */
  bytes: number | null;
  note: string | null;
  askedBy: string;
  /** ISO 8601 UTC. */
  askedAt: string;
  expiresAt: string | null;
}

/** For how long a finished export can be downloaded, in days. */
export const EXPORT_DAYS = 7;

/** The name of the blob that holds an archive, and of the one that holds what a project's engine gave for it. */
export const archiveBlob = (transferId: string): string => `${transferId}/${transferId}`;
export const partBlob = (transferId: string, projectId: string): string => `${transferId}/${projectId}`;
