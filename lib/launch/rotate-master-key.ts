/** Exchanges MASTER_KEY for NEW_MASTER_KEY in a stopped installation: npm run rotate-master-key */
import { realpathSync } from "node:fs";

import { lockDataFolder } from "@/lib/launch/data-lock";
import { exchangeMasterKey } from "@/lib/launch/exchange-master-key";
import { say, step } from "@/lib/launch/say";
import { explain } from "@/lib/launch/start-error";
import { appUrlOf, readEnv } from "@/lib/platform/env";

async function exchange(): Promise<void> {
  const given = readEnv(process.env);
  const env = { ...given, DATA_DIR: realpathSync(given.DATA_DIR) };
  const release = lockDataFolder(env.DATA_DIR, appUrlOf(env));
  try {
    const { dataKeys, sealed, kept } = await step("Exchanging the master key", () => exchangeMasterKey(env));
    say(`Wrapped ${dataKeys} data keys anew, sealed ${sealed} values anew, and gave the database's logins new passwords.`);
    say(kept === "file" ? `The new key stands in ${env.DATA_DIR}/secrets/MASTER_KEY. Start with: npm start` : "Set MASTER_KEY to the new key wherever servers are started, and start them. The old one opens nothing here any more.");
    say("Older backups still open with the old key alone: keep it apart for as long as you keep them.");
  } finally {
    release();
  }
}

exchange().catch((thrown: unknown) => {
  process.stderr.write(`\n${explain(thrown)}\n`);
  process.exitCode = 1;
});
