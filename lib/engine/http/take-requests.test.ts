import { randomUUID } from "node:crypto";

import { afterAll, expect, it, vi } from "vitest";

import { closeEngineDatabase } from "@/lib/engine/database";
import { takeRequests } from "@/lib/engine/http/take-requests";
import { RateLimiter } from "@/lib/platform/http/rate-limit";

afterAll(closeEngineDatabase);

const LIMIT = { burst: 20, perSecond: 0.001 };

it("gives a bucket to all processes together, each request once, however many take at the same moment", async () => {
  const bucket = randomUUID();
  const answers = await Promise.all(Array.from({ length: 12 }, () => takeRequests(bucket, LIMIT, 5)));
  expect(answers.reduce((sum, { taken }) => sum + taken, 0)).toBeCloseTo(20, 1);
  expect((await takeRequests(randomUUID(), LIMIT, 5)).remaining).toBeCloseTo(15, 1);
});

it("makes two processes’ limiters one limit: what one has let through, the other refuses", async () => {
  const key = randomUUID();
  const [one, other] = [new RateLimiter(LIMIT, undefined, takeRequests), new RateLimiter(LIMIT, undefined, takeRequests)];
  for (let n = 0; n < 20; n++) expect(one.take(key).allowed).toBe(true);
  expect(one.take(key).allowed).toBe(false);
  // The first request of the other process comes before it has heard of anything.
  await vi.waitFor(async () => expect((await takeRequests(key, LIMIT, 0)).remaining).toBeLessThan(1), { timeout: 5_000 });
  expect(other.take(key).allowed).toBe(true);
  await vi.waitFor(() => expect(other.take(key)).toMatchObject({ allowed: false, headers: { "ratelimit-remaining": "0" } }), { timeout: 5_000, interval: 150 });
});

it("still holds a process's own limit when the database does not answer", async () => {
  const alone = new RateLimiter(LIMIT, undefined, () => Promise.reject(new Error("The database is away.")));
  const taken = Array.from({ length: 25 }, () => alone.take("key").allowed);
  expect(taken.filter((allowed) => allowed)).toHaveLength(20);
});
