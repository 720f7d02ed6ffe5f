/** Runs a bundled program beside a database that lives as long as the program, with the settings of the tests. */
import { spawn } from "node:child_process";

import setUp from "@/lib/launch/test-database";

const tearDown = await setUp();
const child = spawn(process.execPath, ["--enable-source-maps", ...process.argv.slice(2)], { stdio: "inherit" });
for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(event, () => child.kill("SIGTERM"));
const code = await new Promise<number>((resolve) => child.once("exit", (exit) => resolve(exit ?? 1)));
await tearDown();
process.exit(code);
