import "server-only";

import { z } from "zod";

import { assertReady } from "@/lib/engine/http/health/readiness";
import { publicGuard } from "@/lib/engine/http/guards";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /api/ready` */
export const getReady = defineRoute(publicGuard, {
  method: "GET",
  path: "/api/ready",
  summary: "Whether the server can take work",
  responses: { 200: { description: "It can.", schema: z.object({ status: z.string() }) } },
  async handle() {
    await assertReady();
    return { status: 200, body: { status: "ready" } };
  },
});
