"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineAction } from "@/lib/portal/actions/define-action";
import { askSync } from "@/lib/portal/connectors/ask-sync";
import { makeHook } from "@/lib/portal/connectors/make-hook";
import { removeSource } from "@/lib/portal/connectors/remove-source";
import { addSource, changeSource } from "@/lib/portal/connectors/save-source";
import { sourceInput } from "@/lib/portal/connectors/source";

const SOURCES = "/t/[org]/[project]/connectors";
const id = z.string().max(100);

/** Connects a source. */
export const connectSource = defineAction({
  name: "connectors.add",
  permission: "documents.write",
  input: sourceInput,
  async handle(scope, input) {
    await addSource(scope, input);
    revalidatePath(SOURCES, "page");
  },
});

/** Changes a source's settings. */
export const editSource = defineAction({
  name: "connectors.change",
  permission: "documents.write",
  input: z.object({ id, source: sourceInput }),
  async handle(scope, input) {
    await changeSource(scope, input.id, input.source);
    revalidatePath(SOURCES, "page");
  },
});

/** Has a source synchronised now. */
export const syncSourceNow = defineAction({
  name: "connectors.sync",
  permission: "documents.write",
  input: z.object({ id }),
  async handle(scope, input) {
    await askSync(scope, input.id);
    revalidatePath(SOURCES, "page");
  },
});

/** Makes a webhook address and hands it over once. */
export const makeSourceHook = defineAction({
  name: "connectors.hook",
  permission: "documents.write",
  input: z.object({ id }),
  handle: (scope, input) => makeHook(scope, input.id),
});

/** Ends a source. */
export const disconnectSource = defineAction({
  name: "connectors.remove",
  permission: "documents.write",
  input: z.object({ id, documents: z.enum(["keep", "remove"]) }),
  async handle(scope, input) {
    await removeSource(scope, input);
    revalidatePath(SOURCES, "page");
  },
});
