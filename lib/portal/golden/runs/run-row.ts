import "server-only";

import { type GoldenRun, goldenRun } from "@/lib/portal/golden/runs/run";

/** A run as it is stored. */
interface RunRow {
  id: string;
  number: number;
  trigger: string;
  status: string;
  startedName: string;
  total: number;
  done: number;
  passed: number;
  asked: number;
  generated: number;
  generatedChars: number;
  outcome: string | null;
  questionsDigest: string | null;
  documentsDigest: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** Characters to a token of a model, about. */
const CHARS_PER_TOKEN = 4;

/** A stored run as people see it. */
export function toGoldenRun({ startedName, generatedChars, ...row }: RunRow): GoldenRun {
  return goldenRun.parse({
    ...row,
    startedBy: startedName,
    tokens: Math.round(generatedChars / CHARS_PER_TOKEN),
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  });
}
