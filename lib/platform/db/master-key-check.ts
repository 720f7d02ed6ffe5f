import "server-only";

import { subkey } from "@/lib/platform/crypto/subkey";
import type { OwnerConnection } from "@/lib/platform/db/connect";
import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";

/** What a database remembers of its master key, in hex; the key cannot be found from it. */
export function masterKeyFingerprint(masterKey: string): string {
  return subkey(masterKey, "fingerprint of the master key").toString("hex");
}

/**
 * Ties a new database to its master key and refuses another one: with it the logins would be changed and nothing that was sealed could be
 * opened. To be called under the migration lock, before anything is changed. Throws {@link DatabaseSetupError}.
 */
export async function checkMasterKey(connection: OwnerConnection, masterKey: string): Promise<void> {
  const mine = masterKeyFingerprint(masterKey);
  await connection.query("CREATE TABLE IF NOT EXISTS public._citadel_master_key (one boolean PRIMARY KEY DEFAULT true CHECK (one), fingerprint text NOT NULL)");
  await connection.query("INSERT INTO public._citadel_master_key (fingerprint) VALUES ($1) ON CONFLICT DO NOTHING", [mine]);
  const { rows } = await connection.query<{ fingerprint: string }>("SELECT fingerprint FROM public._citadel_master_key");
  if (rows[0]?.fingerprint === mine) return;
  throw new DatabaseSetupError(
    "MASTER_KEY is not the one this database was made with. Set the right one and start again; nothing was changed. Without it the documents cannot be read by anybody.",
  );
}
