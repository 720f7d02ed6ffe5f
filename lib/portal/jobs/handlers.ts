import "server-only";

import { keepInCare } from "@/lib/portal/care/keep-in-care";
import { syncSource } from "@/lib/portal/connectors/sync/sync-source";
import { executeRun } from "@/lib/portal/golden/runs/execute-run";
import { watchGoldenQuestions } from "@/lib/portal/golden/watch";
import { carryOutDeletion } from "@/lib/portal/leaving/carry-out-deletion";
import { carryOutImport } from "@/lib/portal/transfer/carry-out-import";
import { makeExport } from "@/lib/portal/transfer/make-export";
import type { OrganisationJobHandler, ProjectJobHandler } from "@/lib/portal/jobs/handler";
import type { OrganisationJobKind, ProjectJobKind } from "@/lib/portal/jobs/job-kinds";
import { retireKey } from "@/lib/portal/keys/retire-key";
import { checkPromotion } from "@/lib/portal/promotion/check-promotion";
import { copyPromotion } from "@/lib/portal/promotion/copy-promotion";

/** What does each kind of job on a project. */
export const PROJECT_HANDLERS: Record<ProjectJobKind, ProjectJobHandler> = {
  "golden.run": executeRun,
  "golden.watch": watchGoldenQuestions,
  "care.keep": keepInCare,
  "transfer.import": carryOutImport,
  "key.retire": retireKey,
  "connector.sync": syncSource,
  "promotion.check": checkPromotion,
  "promotion.copy": copyPromotion,
};

/** What does each kind of job on an organisation. */
export const ORGANISATION_HANDLERS: Record<OrganisationJobKind, OrganisationJobHandler> = {
  "transfer.export": makeExport,
  "leaving.delete": carryOutDeletion,
};
