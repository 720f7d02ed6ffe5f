import "server-only";

import type { Forgotten } from "@/lib/engine/contract";
import { withProject } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { log } from "@/lib/platform/log";

/** Forgets the scope's messages of before a time, and the sessions that have none any more. Returns how many. */
export async function forgetMessages(scope: ProjectScope, before: Date): Promise<Forgotten> {
  const { projectId } = scope;
  const forgotten = await withProject(scope, async (tx) => {
    const { count: messages } = await tx.message.deleteMany({ where: { projectId, createdAt: { lt: before } } });
    const { count: sessions } = await tx.session.deleteMany({ where: { projectId, createdAt: { lt: before }, messages: { none: { projectId } } } });
    return { messages, sessions };
  });
  log.info({ projectId, ...forgotten }, "messages forgotten");
  return forgotten;
}
