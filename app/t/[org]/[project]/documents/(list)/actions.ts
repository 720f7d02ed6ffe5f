"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineAction } from "@/lib/portal/actions/define-action";
import { addSamples, removeSamples } from "@/lib/portal/guide/samples";

const PROJECT = "/t/[org]/[project]";

/** Brings the sample set in. */
export const trySamples = defineAction({
  name: "guide.samples",
  permission: "documents.write",
  input: z.null(),
  async handle(scope) {
    await addSamples(scope);
    revalidatePath(PROJECT, "layout");
  },
});

/** Takes the sample set out. */
export const dropSamples = defineAction({
  name: "guide.remove-samples",
  permission: "documents.write",
  input: z.null(),
  async handle(scope) {
    await removeSamples(scope);
    revalidatePath(PROJECT, "layout");
  },
});
