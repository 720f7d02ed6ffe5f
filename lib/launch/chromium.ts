import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

import { inheritedEnv } from "../platform/env.ts";
import { step } from "./say.ts";

/** Where systems keep a Chromium; the first that is there is used. The headless shell draws pages and no browser around them, in about half the time. */
const PLACES = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** Debian's packages, the better one first: not every release has it. */
const PACKAGES = ["chromium-headless-shell", "chromium"];

/** The system's Chromium; undefined where there is none, and Playwright's own is to be used. */
export function systemChromium(): string | undefined {
  return PLACES.find((path) => existsSync(path));
}

/** Installs Debian's Chromium where there is no browser and the person is root; elsewhere, or where that fails, ends with what to do. */
export async function ensureChromium(): Promise<void> {
  if (systemChromium() !== undefined) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) await step("Installing Chromium for the browser tests", installChromium);
  if (systemChromium() !== undefined) return;
  process.stderr.write("The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get update && sudo apt-get install chromium) and run npm test again.\n");
  process.exit(1);
}

async function installChromium(): Promise<void> {
  const aptGet = (...args: string[]) => spawnSync("apt-get", args, { env: inheritedEnv({ DEBIAN_FRONTEND: "noninteractive" }), stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  aptGet("update", "-qq");
  PACKAGES.some((name) => aptGet("install", "-y", "-qq", "--no-install-recommends", name));
}
