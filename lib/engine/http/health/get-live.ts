import "server-only";

import { z } from "zod";

import { publicGuard } from "@/lib/engine/http/guards";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /api/live` */
export const getLive = defineRoute(publicGuard, {
  method: "GET",
  path: "/api/live",
  summary: "Whether the process turns",
  responses: { 200: { description: "It does.", schema: z.object({ status: z.string() }) } },
  async handle() {
    return { status: 200, body: { status: "live" } };
  },
});
