import { afterAll, expect, it } from "vitest";

import { closeEngineDatabase } from "@/lib/engine/database";
import { getLive } from "@/lib/engine/http/health/get-live";
import { getReady } from "@/lib/engine/http/health/get-ready";
import { assertReady } from "@/lib/engine/http/health/readiness";

afterAll(closeEngineDatabase);

it("is live, and ready once database and model answer", async () => {
  expect((await getLive.handle(new Request("http://host/api/live"))).status).toBe(200);
  expect((await getReady.handle(new Request("http://host/api/ready"))).status).toBe(200);
});

it("says why it is not ready, and nothing more", async () => {
  const broken = [{ check: () => Promise.reject(new Error("postgresql://user:secret@host refused")), otherwise: "The database does not answer." }];
  await expect(assertReady(broken)).rejects.toMatchObject({ code: "unavailable", status: 503, message: "The database does not answer. Try again in a moment.", retryAfterSeconds: 5 });
});
