import "server-only";

import { keepInCare } from "@/lib/portal/care/keep-in-care";
import { executeRun } from "@/lib/portal/golden/runs/execute-run";
import { watchGoldenQuestions } from "@/lib/portal/golden/watch";
import type { OrganisationJobHandler, ProjectJobHandler } from "@/lib/portal/jobs/handler";
import type { OrganisationJobKind, ProjectJobKind } from "@/lib/portal/jobs/job-kinds";
import { retireKey } from "@/lib/portal/keys/retire-key";

/** What does each kind of job on a project. */
export const PROJECT_HANDLERS: Record<ProjectJobKind, ProjectJobHandler> = {
  "golden.run": executeRun,
  "golden.watch": watchGoldenQuestions,
  "care.keep": keepInCare,
  "key.retire": retireKey,
};

/** What does each kind of job on an organisation. */
export const ORGANISATION_HANDLERS: Record<OrganisationJobKind, OrganisationJobHandler> = {};
