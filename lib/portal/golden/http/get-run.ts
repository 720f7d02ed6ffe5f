import "server-only";

import { z } from "zod";

import { withOrganisation } from "@/lib/portal/database";
import { findRun } from "@/lib/portal/golden/runs/list-runs";
import { goldenRun } from "@/lib/portal/golden/runs/run";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";

/** The number of a run in an address. */
export const runParams = z.object({ run: z.coerce.number().int().min(1).max(2_147_483_647) });

/** `GET /t/{org}/{project}/api/golden/runs/{run}` */
export const getRun = definePortalRoute({
  method: "GET",
  path: "/t/{org}/{project}/api/golden/runs/{run}",
  summary: "How far a run of the golden questions is",
  permission: "golden.read",
  params: runParams,
  responses: { 200: { description: "The run.", schema: goldenRun } },
  async handle(scope, { params }) {
    return { status: 200, body: await withOrganisation(scope, (tx) => findRun(tx, scope, params.run)) };
  },
});
