import { expect, it, vi } from "vitest";

import { Shutdown } from "@/lib/launch/shutdown";

it("ends what was begun, last first, once, also when the end is asked for twice", async () => {
  const ended: string[] = [];
  const shutdown = new Shutdown();
  shutdown.add(() => void ended.push("lock"));
  shutdown.add(async () => void ended.push(await Promise.resolve("database")));
  await Promise.all([shutdown.run(Promise.resolve()), shutdown.run(Promise.resolve())]);
  expect(ended).toEqual(["database", "lock"]);
});

it("waits for what is just beginning, and ends that as well", async () => {
  const ended: string[] = [];
  const shutdown = new Shutdown();
  const beginning = Promise.withResolvers<undefined>();
  const over = shutdown.run(beginning.promise.then(() => shutdown.add(() => void ended.push("database"))));
  expect(shutdown.signal.aborted).toBe(true);
  beginning.resolve(undefined);
  await over;
  expect(ended).toEqual(["database"]);
});

it("ends the rest when one thing cannot be ended", async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const ended: string[] = [];
  const shutdown = new Shutdown();
  shutdown.add(() => void ended.push("lock"));
  shutdown.add(() => Promise.reject(new Error("It does not end.")));
  await shutdown.run(Promise.reject(new Error("It never began.")));
  expect(ended).toEqual(["lock"]);
  vi.restoreAllMocks();
});
