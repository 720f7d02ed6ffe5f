import { expect, it } from "vitest";

import { withConnection } from "@/lib/platform/db/connect";
import { required } from "@/lib/platform/env";

import { sourcesThatFitNothing } from "./fits";
import { MUTATIONS } from "./mutations";

// The run that switches layers off is a command of its own and takes its time; that there is something to switch off is seen here.
it.each(MUTATIONS)("still finds what to switch off: $name", async (mutation) => {
  expect(sourcesThatFitNothing(mutation)).toEqual([]);
  const { lookUp } = mutation;
  if (lookUp === undefined) return;
  const definition = await withConnection(required("DATABASE_URL"), async (connection) => {
    const { rows } = await connection.query<{ definition: string }>("SELECT pg_get_functiondef(p.oid) AS definition FROM pg_proc p WHERE p.oid::regproc::text = $1", [lookUp.name]);
    return rows.map((row) => row.definition).join();
  });
  expect(definition).toContain(lookUp.without);
});
