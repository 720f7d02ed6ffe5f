/**
 * `npm run bench:wall`: how the wall behaves in time. Two processes serve the engine over one database.
 *
 * - rotation: requests that fail while the portal's key is exchanged under 50 requests a second
 * - revocation: from a revocation in one process to the refusal in the other
 * - absence: how long a 404 takes for something of another project, and for something that is nowhere
 */
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

import { serveEngine } from "@/lib/engine/testing/serve";
import { createTestProject, file, testAdmin } from "@/lib/engine/testing/engine";
import { required } from "@/lib/platform/env";
import { rotateKey } from "@/lib/portal/keys/rotate-key";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

const PER_SECOND = 50;
const SECONDS = 12;

interface Server {
  url: string;
  stop(): void;
}

/** Another process that serves the engine on the same database. */
async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [process.argv[1] ?? "", "serve"], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (line: Buffer) => /http:\/\/\S+/.test(line.toString()) && resolve(/http:\/\/\S+/.exec(line.toString())?.[0] ?? ""));
    child.once("exit", (code) => reject(new Error(`A server ended with ${code}.`)));
  });
  return { url, stop: () => child.kill("SIGTERM") };
}

const statusOf = async (url: string, key: string) => {
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  await response.arrayBuffer();
  return response.status;
};

async function rotation(): Promise<{ asked: number; failed: number; rotations: number }> {
  const scope = await ownerScope(await newTenant());
  const asked: Promise<boolean>[] = [];
  let rotations = 0;
  const began = performance.now();
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    await pause(Math.max(0, began + (n * 1000) / PER_SECOND - performance.now()));
    asked.push(openVault(scope).then((client) => client.documents.list()).then(() => true, () => false));
    // Every three seconds, behind the requests that are on their way.
    if (n % (3 * PER_SECOND) === PER_SECOND) asked.push(rotateKey(scope).then(() => ((rotations += 1), true), () => false));
  }
  const answers = await Promise.all(asked);
  return { asked: answers.length, failed: answers.filter((well) => !well).length, rotations };
}

/** Milliseconds from the revocation's answer in one process to the first refusal in the other, and requests that were let through in between. */
async function revocation(one: Server, other: Server): Promise<number[]> {
  const took: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const { projectId, keyId, key } = await createTestProject();
    if ((await statusOf(`${other.url}/v1/documents`, key)) !== 200) throw new Error("The key opened nothing before it was revoked.");
    const began = performance.now();
    const ended = fetch(`${one.url}/v1/projects/${projectId}/keys/${keyId}`, { method: "DELETE", headers: { authorization: `Bearer ${required("MANAGEMENT_KEY")}` } });
    await ended;
    while ((await statusOf(`${other.url}/v1/documents`, key)) !== 401);
    took.push(performance.now() - began);
  }
  return took;
}

async function absence(server: Server): Promise<{ foreign: number; absent: number }> {
  const [own, other] = [await createTestProject(), await createTestProject()];
  const { document } = await other.client.documents.upload(file("theirs.md", "Theirs."));
  const absent = `${document.id.slice(0, -4)}0000`;
  const times = { foreign: [] as number[], absent: [] as number[] };
  for (let n = 0; n < 400; n += 1) {
    for (const [kind, id] of n % 2 === 0 ? ([["foreign", document.id], ["absent", absent]] as const) : ([["absent", absent], ["foreign", document.id]] as const)) {
      const began = performance.now();
      if ((await statusOf(`${server.url}/v1/documents/${id}`, own.key)) !== 404) throw new Error("It was not absent.");
      if (n >= 50) times[kind].push(performance.now() - began);
    }
  }
  return { foreign: median(times.foreign), absent: median(times.absent) };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

if (process.argv[2] === "serve") {
  console.log((await serveEngine()).url);
} else {
  await testAdmin().listProjects();
  const [one, other] = [await startServer(), await startServer()];
  const { asked, failed, rotations } = await rotation();
  console.log(`rotation under ${PER_SECOND} requests/s: ${rotations} rotations, ${asked} requests, ${failed} failed`);
  const took = await revocation(one, other);
  console.log(`revocation to refusal in another process: ${took.length} times, median ${median(took).toFixed(0)} ms, longest ${Math.max(...took).toFixed(0)} ms`);
  const { foreign, absent } = await absence(one);
  console.log(`404 of what is another project's ${foreign.toFixed(2)} ms, of what is nowhere ${absent.toFixed(2)} ms (median of 350 each): ratio ${(foreign / absent).toFixed(3)}`);
  one.stop();
  other.stop();
  process.exit(failed === 0 && Math.max(...took) <= 1000 ? 0 : 1);
}
