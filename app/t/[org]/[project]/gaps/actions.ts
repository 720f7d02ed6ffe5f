"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineAction } from "@/lib/portal/actions/define-action";
import { assignGap, decideGap } from "@/lib/portal/gaps/decide-gap";
import { gapStatus } from "@/lib/portal/gaps/gap";

const GAPS = "/t/[org]/[project]/gaps";
const id = z.string().max(100);

/** Names who is to close a gap. */
export const assign = defineAction({
  name: "gaps.assign",
  permission: "conversations.review",
  input: z.object({ id, ownerId: id.nullable() }),
  async handle(scope, input) {
    await assignGap(scope, input.id, input.ownerId);
    revalidatePath(GAPS, "page");
  },
});

/** Closes a gap, or opens it again. */
export const decide = defineAction({
  name: "gaps.decide",
  permission: "conversations.review",
  input: z.object({ id, status: gapStatus }),
  async handle(scope, input) {
    await decideGap(scope, input.id, input.status);
    revalidatePath(GAPS, "page");
  },
});
