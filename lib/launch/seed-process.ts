import { spawn } from "node:child_process";

import { step } from "@/lib/launch/say";
import { StartError } from "@/lib/launch/start-error";
import { demoPeople, type DemoPerson, finishedPeople } from "@/prisma/seed/people-file";

/** Makes the demo customers in a process with the restricted logins, or finds them; the signal ends it. Throws StartError. */
export async function seed(dataDir: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<readonly DemoPerson[]> {
  const finished = finishedPeople(dataDir);
  if (finished !== undefined) return finished;
  return step("Preparing the demo customers", async () => {
    const people = demoPeople.safeParse(await answerOf(env, signal));
    if (people.success) return people.data;
    throw new StartError("The demo customers could not be made. Start again to go on where it stopped, or with DEMO=0 to go without.");
  });
}

/** What the process sends; undefined when it ends without. Resolves when its process is gone. */
async function answerOf(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<unknown> {
  // In a process group of its own: Ctrl-C is for the launcher, which ends it.
  const child = spawn(process.execPath, ["--enable-source-maps", ".build/seed.js"], {
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
