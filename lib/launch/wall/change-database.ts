/** Global setup of the wall's runs, after the run's own database is there: switches a layer of the database off. */
import { withConnection } from "@/lib/platform/db/connect";

import { MUTATIONS } from "./mutations";

/** Changes the run's database as the mutation says. Throws when there is nothing to change. */
export default async function setUp(): Promise<void> {
  const off = MUTATIONS.find(({ name }) => name === process.env.WALL_OFF);
  const { statement, lookUp } = off ?? {};
  if (statement === undefined && lookUp === undefined) return;
  // Logins belong to the whole server, and look-ups may be another run's.
  if ((process.env.TEST_DATABASE_URL ?? "") !== "") throw new Error("The wall is tested on a database of its own: unset TEST_DATABASE_URL and DATABASE_URL.");
  await withConnection(process.env.DATABASE_URL ?? "", async (connection) => {
    if (statement !== undefined) await connection.query(statement);
    if (lookUp === undefined) return;
    const { rows } = await connection.query<{ definition: string }>("SELECT pg_get_functiondef(p.oid) AS definition FROM pg_proc p WHERE p.oid::regproc::text = $1", [lookUp.name]);
    const definition = rows[0]?.definition ?? "";
    if (!definition.includes(lookUp.without)) throw new Error(`${lookUp.name} has no “${lookUp.without}” any more: mend lib/launch/wall/mutations.ts.`);
    await connection.query(definition.replace(lookUp.without, ""));
  });
}
