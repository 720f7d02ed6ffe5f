/** `npm run test:histories -- 10000`: so many random histories of two tenants, interleaved, must not show in one another. */
import { spawn } from "node:child_process";

import { inheritedEnv } from "../../platform/env.ts";

const [count = "10000"] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(count)) {
  process.stderr.write("Say how many histories: npm run test:histories -- 10000\n");
  process.exit(2);
}
const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--config", "lib/launch/histories/vitest.config.ts", "lib/portal/histories"], { env: inheritedEnv({ HISTORIES: count }), stdio: "inherit" });
child.once("exit", (code) => process.exit(code ?? 1));
