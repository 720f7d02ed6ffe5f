import { z } from "zod";

/** What started a run. */
export const TRIGGERS = ["hand", "schedule", "change", "promotion"] as const;
/** How far it is. */
export const RUN_STATUSES = ["waiting", "running", "done", "cancelled", "failed"] as const;
/** What the rule made of it: nothing wrong, a regression that is shown, held or ended, or a passing run after one. */
export const RUN_OUTCOMES = ["held", "warned", "documents-held", "switched-off", "restored"] as const;

/** A run of a project's golden questions. Times are ISO 8601 UTC. */
export const goldenRun = z.object({
  id: z.string(),
  /** What people call it. */
  number: z.int(),
  trigger: z.enum(TRIGGERS),
  status: z.enum(RUN_STATUSES),
  startedBy: z.string(),
  total: z.int(),
  done: z.int(),
  /** By judgement, or by a person's word against it. */
  passed: z.int(),
  /** Questions put to the engine, other wordings included. */
  asked: z.int(),
  /** Answers that a model wrote, and about how many tokens those are. */
  generated: z.int(),
  tokens: z.int(),
  outcome: z.enum(RUN_OUTCOMES).nullable(),
  questionsDigest: z.string().nullable(),
  documentsDigest: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});

/** A run of a project's golden questions. */
export type GoldenRun = z.output<typeof goldenRun>;

/** What started a run. */
export type Trigger = GoldenRun["trigger"];

/** Whether it is still on its way. */
export function isUnderWay({ status }: Pick<GoldenRun, "status">): boolean {
  return status === "waiting" || status === "running";
}
