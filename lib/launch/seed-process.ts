import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { step } from "@/lib/launch/say";
import { StartError } from "@/lib/launch/start-error";
import { demoPeople, type DemoPerson, finishedPeople } from "@/prisma/seed/people-file";

/** What the processes are handed, where they write, and what ends them. */
export interface Seeding {
  dataDir: string;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

/** Makes the demo customers, or finds them. Throws StartError. */
export async function seedDemo(seeding: Seeding): Promise<readonly DemoPerson[]> {
  return finishedPeople(seeding.dataDir) ?? step("Preparing the demo customers", () => peopleOf("demo", seeding, "The demo customers could not be made. Start again to go on where it stopped, or with DEMO=0 to go without."));
}

/** Makes the first operator of an installation that has none yet; nobody when that was done before. Throws StartError. */
export async function seedOperator(seeding: Seeding): Promise<readonly DemoPerson[]> {
  const mark = join(seeding.dataDir, "operator-finished");
  if (existsSync(mark)) return [];
  const reason = "The first operator could not be made. If somebody has an account under OPERATOR_EMAIL already, set another address; else start again.";
  const people = await step("Making the first operator", () => peopleOf("operator", seeding, reason));
  writeFileSync(mark, `${new Date().toISOString()}\n`, { mode: 0o600 });
  return people;
}

async function peopleOf(what: "demo" | "operator", { env, signal }: Seeding, failure: string): Promise<readonly DemoPerson[]> {
  const people = demoPeople.safeParse(await answerOf(what, env, signal));
  if (people.success) return people.data;
  throw new StartError(failure);
}

/** What the process sends; undefined when it ends without. Resolves when its process is gone. */
async function answerOf(what: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<unknown> {
  // In a process group of its own: Ctrl-C is for the launcher, which ends it.
  const child = spawn(process.execPath, ["--enable-source-maps", ".build/seed.js", what], {
    env: { ...env, LOG_LEVEL: "warn" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
  const end = () => child.kill("SIGKILL");
  signal.addEventListener("abort", end);
  let answer: unknown;
  child.on("message", (message) => (answer = message));
  await new Promise((resolve) => child.once("close", resolve).once("error", resolve));
  signal.removeEventListener("abort", end);
  return answer;
}
