import "server-only";

import { z } from "zod";

import type { SealedColumn } from "@/lib/platform/crypto/rotate-master-key";
import { sourceContext } from "@/lib/portal/connectors/secret";
import { invitationContext } from "@/lib/portal/onboarding/complete";
import { keyContext } from "@/lib/portal/vault";

const projectRow = z.object({ organisation_id: z.string(), id: z.string() });
const onboardingRow = z.object({ plan: z.object({ organisationId: z.string(), invitationId: z.string() }) });

/** Every column of the database that is sealed under the master key. Whoever calls `seal` for another one adds it here (a test watches). */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: "portal.project",
    column: "sealed_key",
    key: ["organisation_id", "id"],
    context(row) {
      const { organisation_id: organisationId, id: projectId } = projectRow.parse(row);
      return keyContext({ organisationId, projectId });
    },
  },
  {
    table: "portal.onboarding",
    column: "sealed_invitation",
    key: ["idempotency_key"],
    reads: ["plan"],
    context: (row) => invitationContext(onboardingRow.parse(row).plan),
  },
  {
    table: "portal.connector",
    column: "sealed_secret",
    key: ["organisation_id", "id"],
    context(row) {
      const { organisation_id: organisationId, id: sourceId } = projectRow.parse(row);
      return sourceContext({ organisationId, sourceId });
    },
  },
];
