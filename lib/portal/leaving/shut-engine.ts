import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { toCitadelError } from "@/lib/platform/errors";

/**
 * Shuts projects in the engine, or opens them again: while they are shut none of their keys opens anything, those of the customer's own software included. A project
 * that the engine does not know, or is deleting, is shut already.
 *
 * @throws CitadelError of the engine, `engine_unreachable` above all; the same again goes on
 */
export async function setEngineProjects(admin: EngineAdmin, engineProjects: readonly string[], status: "active" | "suspended"): Promise<void> {
  for (const id of engineProjects) {
    try {
      await admin.setProjectStatus(id, status);
    } catch (thrown) {
      const { code } = toCitadelError(thrown);
      if (code !== "not_found" && code !== "conflict") throw thrown;
    }
  }
}
