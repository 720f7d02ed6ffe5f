"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineAction } from "@/lib/portal/actions/define-action";
import { issueKey, newKeyInput } from "@/lib/portal/keys/issue-key";
import { revokeKey } from "@/lib/portal/keys/revoke-key";
import { rotateKey } from "@/lib/portal/keys/rotate-key";

const KEYS = "/t/[org]/[project]/keys";

/** Issues a key for the customer's software; the answer holds its secret, once. */
export const issueProjectKey = defineAction({
  name: "keys.issue",
  permission: "keys.write",
  input: newKeyInput,
  async handle(scope, input) {
    const key = await issueKey(scope, input);
    revalidatePath(KEYS, "page");
    return key;
  },
});

/** Ends a key at once. */
export const revokeProjectKey = defineAction({
  name: "keys.revoke",
  permission: "keys.write",
  input: z.object({ id: z.string().max(100) }),
  async handle(scope, { id }) {
    await revokeKey(scope, id);
    revalidatePath(KEYS, "page");
  },
});

/** Gives the portal a new key of the project; the old one ends after the overlap, or at once. */
export const rotateProjectKey = defineAction({
  name: "keys.rotate",
  permission: "keys.write",
  input: z.object({ atOnce: z.boolean() }),
  async handle(scope, { atOnce }) {
    const rotation = await rotateKey(scope, { atOnce });
    revalidatePath(KEYS, "page");
    return rotation;
  },
});
