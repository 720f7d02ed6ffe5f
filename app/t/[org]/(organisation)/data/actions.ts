"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineOrganisationAction } from "@/lib/portal/actions/define-organisation-action";
import { deleteOwn, deleteOwnInput, undoOwn } from "@/lib/portal/leaving/delete-own";
import { askExport, exportInput } from "@/lib/portal/transfer/ask-export";

const DATA = "/t/[org]/(organisation)/data";

/** Asks for an archive of a project, or of everything. */
export const exportData = defineOrganisationAction({
  name: "data.export",
  permission: "data.leave",
  input: exportInput,
  async handle(scope, input) {
    await askExport(scope, input);
    revalidatePath(DATA, "page");
  },
});

/** Deletes a project or everything, when the time of grace is over. */
export const deleteData = defineOrganisationAction({
  name: "data.delete",
  permission: "data.leave",
  input: deleteOwnInput,
  async handle(scope, input) {
    await deleteOwn(scope, input);
    revalidatePath("/t/[org]", "layout");
  },
});

/** Takes a deletion back that is not due yet. */
export const undoDeletion = defineOrganisationAction({
  name: "data.undo",
  permission: "data.leave",
  input: z.object({ id: z.string().max(100) }),
  async handle(scope, { id }) {
    await undoOwn(scope, id);
    revalidatePath("/t/[org]", "layout");
  },
});
