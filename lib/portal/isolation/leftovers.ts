import type { EngineAdmin } from "@/lib/engine/client";

/** How every disposable project's name begins. */
export const DISPOSABLE = "isolation proof ";

/** A project of this age belongs to no run that is still under way, in ms. */
const ABANDONED_MS = 60 * 60 * 1000;

/** Deletes the disposable projects of runs that were killed before they could do it themselves. Returns how many there were. */
export async function deleteLeftovers(admin: EngineAdmin, now = Date.now(), begins = DISPOSABLE): Promise<number> {
  let deleted = 0;
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await admin.listProjects({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    for (const { id, name, status, createdAt } of data) {
      if (status !== "active" || !name.startsWith(begins) || now - Date.parse(createdAt) < ABANDONED_MS) continue;
      await admin.deleteProject(id);
      deleted += 1;
    }
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return deleted;
}
