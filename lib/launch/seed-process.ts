import { spawn } from "node:child_process";

import { z } from "zod";

import { step } from "@/lib/launch/say";
import { StartError } from "@/lib/launch/start-error";

const demoPeople = z.array(z.object({ name: z.string(), email: z.string(), password: z.string(), role: z.string(), address: z.string() }));

/** A person of the demo, and where they begin. */
export type DemoPerson = z.output<typeof demoPeople>[number];

/** Makes the demo customers, or finds them, in a process with the restricted logins. Throws StartError. */
export async function seed(env: NodeJS.ProcessEnv): Promise<DemoPerson[]> {
  return step("Preparing the demo customers", async () => {
    const child = spawn(process.execPath, ["--enable-source-maps", ".build/seed.js"], { env: { ...env, LOG_LEVEL: "warn" }, stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const people = await new Promise<unknown>((resolve) => {
      child.once("message", resolve);
      child.once("exit", () => resolve(undefined));
    });
    const read = demoPeople.safeParse(people);
    if (!read.success) throw new StartError("The demo customers could not be made. Start again to go on where it stopped, or with DEMO=0 to go without.");
    return read.data;
  });
}
