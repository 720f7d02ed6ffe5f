import { z } from "zod";

const ids = z.array(z.string().min(1).max(100)).max(2_000, "Choose at most 2,000.").default([]);

/** What is to be copied from a project, and into which other one of the same organisation. */
export const promotionInput = z
  .object({ to: z.string().max(100), documentIds: ids, questionIds: ids })
  .refine(({ documentIds, questionIds }) => documentIds.length + questionIds.length > 0, { path: ["documentIds"], message: "Choose at least one document or question." });

/** What is to be copied. */
export type PromotionInput = z.input<typeof promotionInput>;

/** A copy, as people see it. */
export interface Promotion {
  id: string;
  /** The names of the two projects. */
  from: string;
  to: string;
  /** The address of the project that receives. */
  toSlug: string;
  status: "waiting" | "checking" | "copying" | "reading" | "done" | "failed";
  done: number;
  documents: number;
  questions: number;
  reason: string | null;
  /** The run of the questions before it, in the project that gives, and that project's address. */
  checkRun: number | null;
  fromSlug: string;
  /** The run of the questions that followed, in the project that receives. */
  run: number | null;
  startedBy: string;
  /** ISO 8601 UTC. */
  createdAt: string;
}
