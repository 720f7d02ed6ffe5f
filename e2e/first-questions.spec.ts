import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { expect, test } from "./fixtures";
import { serverOf } from "./servers/servers";

const lineOf = z.object({ msg: z.string(), route: z.string().optional(), status: z.number().optional(), questions: z.number().optional() });

/** What a server's web process has logged, oldest first. */
function logOf(dataDir: string): z.output<typeof lineOf>[] {
  return readFileSync(join(dataDir, "logs", "web.log"), "utf8")
    .split("\n")
    .flatMap((line) => (line.startsWith("{") ? [lineOf.parse(JSON.parse(line))] : []));
}

test("a server takes work once it has rehearsed its first questions, and keeps nothing of them", async ({ request }) => {
  const { dataDir, url, managementKey } = serverOf("in-process");
  const lines = logOf(dataDir);
  const rehearsed = lines.findIndex(({ msg }) => msg === "first questions rehearsed");
  expect(lines[rehearsed]?.questions).toBe(180);
  expect(lines.findIndex(({ route, status }) => route === "GET /api/ready" && status === 200)).toBeGreaterThan(rehearsed);
  const answered = (route: string) => lines.slice(0, rehearsed).filter((line) => line.route === route && line.status === 200).length;
  expect([answered("POST /v1/search"), answered("POST /v1/chat")]).toEqual([80, 100]);

  const listed = await request.get(`${url}/v1/projects?limit=200`, { headers: { authorization: `Bearer ${managementKey}` } });
  const { data } = z.object({ data: z.array(z.object({ name: z.string(), status: z.string() })) }).parse(await listed.json());
  expect(data.filter(({ name, status }) => name.startsWith("rehearsal") && status === "active")).toEqual([]);
});

test("a portal whose engine is elsewhere rehearses nothing there", () => {
  expect(logOf(serverOf("over-http").dataDir).filter(({ msg }) => msg.startsWith("first questions"))).toEqual([]);
});
