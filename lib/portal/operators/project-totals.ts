import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { errorTrace } from "@/lib/platform/error-trace";
import { toCitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/** What the engine counts for a project, or why there is no count. */
export type ProjectTotals =
  | { state: "counted"; documents: number; chunks: number; bytes: number }
  /** The engine does not know the project: it was deleted there. */
  | { state: "absent" }
  | { state: "unreachable" };

/** Asks the engine for a project's totals. Never throws: the desk shows the other customers all the same. */
export async function readTotals(admin: EngineAdmin, engineProjectId: string): Promise<ProjectTotals> {
  try {
    const { documentCount, chunkCount, bytes } = await admin.getProject(engineProjectId);
    return { state: "counted", documents: documentCount, chunks: chunkCount, bytes };
  } catch (thrown) {
    const error = toCitadelError(thrown);
    if (error.code === "not_found") return { state: "absent" };
    log.warn({ engineProjectId, code: error.code, error: errorTrace(error) }, "no totals");
    return { state: "unreachable" };
  }
}
