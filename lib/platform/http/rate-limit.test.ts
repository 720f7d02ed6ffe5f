import { expect, it } from "vitest";

import { RateLimiter } from "@/lib/platform/http/rate-limit";

it("gives a burst, and then what comes back with time", () => {
  let now = 0;
  const limiter = new RateLimiter({ burst: 3, perSecond: 2 }, () => now);
  const take = () => limiter.take("a").allowed;
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
  now = 499;
  expect(take()).toBe(false);
  now = 500;
  expect([take(), take()]).toEqual([true, false]);
  now = 1_000_000;
  expect(limiter.take("a").headers).toEqual({ "ratelimit-limit": "3", "ratelimit-remaining": "2", "ratelimit-reset": "1" });
});

it("never asks for more than ten seconds", () => {
  const limiter = new RateLimiter({ burst: 1, perSecond: 0.001 }, () => 0);
  limiter.take("a");
  expect(limiter.take("a")).toMatchObject({ allowed: false, retryAfterSeconds: 10 });
});
