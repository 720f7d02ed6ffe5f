import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { toCitadelError } from "@/lib/platform/errors";

/** What the engine held of a project when its deletion began. */
export interface Held {
  project: string;
  engineProjectId: string;
  documents: number;
  chunks: number;
  bytes: number;
}

/** Counts what the engine holds of a project; nothing when it does not know it any more. */
export async function heldBy(admin: EngineAdmin, project: string, engineProjectId: string): Promise<Held> {
  const counted = await known(() => admin.getProject(engineProjectId));
  return { project, engineProjectId, documents: counted?.documentCount ?? 0, chunks: counted?.chunkCount ?? 0, bytes: counted?.bytes ?? 0 };
}

/** Ends a project in the engine. Undefined while its data is going; then when the last of it was gone (ISO 8601), or null when the engine did not know it. */
export async function endInEngine(admin: EngineAdmin, engineProjectId: string): Promise<string | null | undefined> {
  const ended = await known(() => admin.deleteProject(engineProjectId));
  if (ended === undefined) return null;
  return ended.deletion.status === "done" ? ended.deletion.finishedAt : undefined;
}

async function known<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask();
  } catch (thrown) {
    if (toCitadelError(thrown).code === "not_found") return undefined;
    throw thrown;
  }
}
