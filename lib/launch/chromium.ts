import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

import { step } from "./say.ts";

/** Where systems keep a Chromium. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Installs Debian's Chromium where there is no browser and the person is root; elsewhere ends with what to do. */
export async function ensureChromium(): Promise<void> {
  if (PLACES.some((path) => existsSync(path))) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    process.stderr.write("The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium) and run npm test again.\n");
    process.exit(1);
  }
  await step("Installing Chromium for the browser tests", async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { env, stdio: ["ignore", "ignore", "inherit"] });
    const { status } = spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env, stdio: ["ignore", "ignore", "inherit"] });
    if (status === 0) return;
    process.stderr.write("Chromium could not be installed. Run: apt-get update && apt-get install chromium, then npm test again.\n");
    process.exit(1);
  });
}
