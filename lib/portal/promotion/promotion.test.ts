import { randomUUID } from "node:crypto";

import { beforeEach, expect, it } from "vitest";

import { withOrganisation } from "@/lib/portal/database";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { cancelRun } from "@/lib/portal/golden/runs/cancel-run";
import { executeRun } from "@/lib/portal/golden/runs/execute-run";
import { startRun } from "@/lib/portal/golden/runs/start-run";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { acceptInvitation } from "@/lib/portal/members/accept-invitation";
import { onboardCustomer } from "@/lib/portal/onboarding/onboard-customer";
import { checkPromotion } from "@/lib/portal/promotion/check-promotion";
import { copyPromotion } from "@/lib/portal/promotion/copy-promotion";
import { listPromotions } from "@/lib/portal/promotion/list-promotions";
import { startPromotion } from "@/lib/portal/promotion/start-promotion";
import type { TenantScope } from "@/lib/portal/scope";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { newEmail, newTenant, ownerScope, PASSWORD, signInAs, tokenOf } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

let staging: TenantScope;
let production: TenantScope;

beforeEach(async () => {
  const customer = await onboardCustomer({ idempotencyKey: randomUUID(), name: `Customer ${randomUUID()}`, adminEmail: newEmail(), projects: [{ environment: "staging" }, { environment: "production" }] });
  const { personId } = await acceptInvitation(tokenOf(customer.invitationUrl), { name: "Olga Owner", password: PASSWORD });
  const token = await signInAs(personId);
  [staging, production] = [await tenantBy(token, customer.slug, "staging"), await tenantBy(token, customer.slug, "production")];
});

const upload = async (scope: TenantScope, name: string, text: string) => (await (await openVault(scope)).documents.upload({ name, body: new Blob([text]).stream() })).document.id;
const names = async (scope: TenantScope) => (await (await openVault(scope)).documents.list()).data.map(({ name, version }) => `${name} ${version}`).sort();
/** Does the job before the copy, with the run it starts. */
async function checked(scope: TenantScope, subject: string): Promise<void> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  while ((await checkPromotion(scope, { subject })) !== undefined) {
    const run = await withOrganisation(scope, (tx) => tx.goldenRun.findFirstOrThrow({ where: { ...owner, status: "waiting" } }));
    await executeRun(scope, { subject: run.id, attempt: 1, signal: new AbortController().signal });
  }
}
const jobsOf = (scope: TenantScope, subject: string) =>
  withOrganisation(scope, async (tx) => (await tx.job.findMany({ where: { organisationId: scope.organisation.id, subject }, orderBy: { kind: "asc" } })).map(({ kind, projectId }) => [kind, projectId === scope.project.id]));
const copy = (scope: TenantScope, id: string) => copyPromotion(scope, { subject: id, attempt: 1, signal: new AbortController().signal });
const questionsOf = async (scope: TenantScope) => (await listGoldenQuestions(scope)).map(({ question, origin, expectedDocument }) => [question, origin, expectedDocument?.name]);

it("copies what was chosen and nothing else, waits until it has been read, and runs the questions there", async () => {
  const [leave, other] = [await upload(staging, "leave.md", "# Leave"), await upload(staging, "other.md", "# Other")];
  const chosen = await saveGoldenQuestion(staging, { question: "How much leave?", expectedDocument: { id: leave, name: "leave.md" } });
  await saveGoldenQuestion(staging, { question: "Another?", expectsRefusal: true });
  const { id } = await startPromotion(staging, { to: "production", documentIds: [leave], questionIds: [chosen.id] });
  await expect(startPromotion(staging, { to: "production", documentIds: [other] })).rejects.toMatchObject({ code: "conflict" });
  await checked(staging, id);
  expect(await copy(production, id)).toBeInstanceOf(Date);
  expect(await names(production)).toEqual(["leave.md 1"]);
  expect(await listPromotions(staging)).toMatchObject([{ status: "reading", done: 1, documents: 1, questions: 1 }]);
  const { documents } = await openVault(production);
  const [{ id: copied } = { id: "" }] = (await documents.list()).data;
  expect(copied).not.toBe(leave);
  expect(await new Response((await documents.content(copied)).body).text()).toBe("# Leave");
  // Nothing is being read any more.
  await documents.remove(copied);
  expect(await copy(production, id)).toBeUndefined();
  expect(await questionsOf(production)).toEqual([["How much leave?", "promotion", "leave.md"]]);
  expect(await listPromotions(production)).toMatchObject([{ status: "done", checkRun: 1, run: 1, from: "Staging", to: "Production" }]);
  const runs = await withOrganisation(production, (tx) => tx.goldenRun.findMany({ where: { organisationId: production.organisation.id, projectId: production.project.id } }));
  expect(runs).toMatchObject([{ trigger: "promotion", total: 1 }]);
});

it("doubles nothing when it is done again", async () => {
  const leave = await upload(staging, "leave.md", "# Leave");
  for (let round = 0; round < 2; round++) {
    const { id } = await startPromotion(staging, { to: "production", documentIds: [leave] });
    await copy(production, id);
    await withOrganisation(production, (tx) => tx.promotion.updateMany({ where: { organisationId: production.organisation.id, id }, data: { status: "done" } }));
  }
  expect(await names(production)).toEqual(["leave.md 1"]);
});

it("takes nothing from another organisation, and from nowhere", async () => {
  const stranger = await ownerScope(await newTenant());
  const theirs = await upload(stranger, "secret.md", "# Secret");
  for (const to of [stranger.project.id, stranger.organisation.slug, "staging", "absent"]) await expect(startPromotion(staging, { to, documentIds: [theirs] })).rejects.toMatchObject({ code: "not_found" });
  const { id } = await startPromotion(staging, { to: "production", documentIds: [theirs], questionIds: ["gld_0"] });
  await copy(production, id);
  expect(await names(production)).toEqual([]);
  expect(await listGoldenQuestions(production)).toEqual([]);
});

it("copies nothing while a must-pass question that was chosen fails where it comes from, and all the others may", async () => {
  const leave = await upload(staging, "leave.md", "# Leave");
  const moon = await saveGoldenQuestion(staging, { question: "What is the moon made of?", expectsRefusal: true, mustPass: true });
  const days = await saveGoldenQuestion(staging, { question: "How many days of leave?", expectedPhrases: ["15 days"], mustPass: true });
  const may = await saveGoldenQuestion(staging, { question: "How many desks?", expectedPhrases: ["12 desks"] });
  const rounds = [
    { questionIds: [moon.id, days.id, may.id], reason: "“How many days of leave?” must pass and did not pass in Staging, so nothing was copied. Mend it or leave it out, then promote again." },
    // Documents alone stand on all the questions of their project.
    { questionIds: [], reason: "“How many days of leave?” must pass and did not pass in Staging, so nothing was copied. Mend it or leave it out, then promote again." },
    { questionIds: [moon.id, may.id], reason: null },
  ];
  for (const [place, { questionIds, reason }] of rounds.entries()) {
    const { id } = await startPromotion(staging, { to: "production", documentIds: [leave], questionIds });
    await checked(staging, id);
    const [latest] = await listPromotions(production);
    expect(latest).toMatchObject({ id, status: reason === null ? "copying" : "failed", reason, checkRun: place + 1 });
    expect(await jobsOf(production, id)).toEqual(reason === null ? [["promotion.check", false], ["promotion.copy", true]] : [["promotion.check", false]]);
  }
  expect(await names(production)).toEqual([]);
});

it("begins nothing when its run is cancelled, waits for a run that was there before, and needs none where there are no questions", async () => {
  const leave = await upload(staging, "leave.md", "# Leave");
  const bare = await startPromotion(staging, { to: "production", documentIds: [leave] });
  expect(await checkPromotion(staging, { subject: bare.id })).toBeUndefined();
  expect(await listPromotions(staging)).toMatchObject([{ status: "copying", checkRun: null }]);
  await withOrganisation(staging, (tx) => tx.promotion.updateMany({ where: { organisationId: staging.organisation.id, id: bare.id }, data: { status: "done" } }));

  await saveGoldenQuestion(staging, { question: "What is the moon made of?", expectsRefusal: true, mustPass: true });
  const before = await startRun(staging, "hand");
  const { id } = await startPromotion(staging, { to: "production", documentIds: [leave] });
  expect(await checkPromotion(staging, { subject: id })).toBeInstanceOf(Date);
  expect((await listPromotions(staging))[0]).toMatchObject({ status: "waiting", checkRun: null });
  await cancelRun(staging, before.id);
  await checkPromotion(staging, { subject: id });
  const own = await withOrganisation(staging, (tx) => tx.goldenRun.findFirstOrThrow({ where: { organisationId: staging.organisation.id, projectId: staging.project.id, number: before.number + 1 } }));
  await cancelRun(staging, own.id);
  expect(await checkPromotion(staging, { subject: id })).toBeUndefined();
  expect((await listPromotions(staging))[0]).toMatchObject({ status: "failed", checkRun: 2, reason: "The run of the questions in Staging was not finished. Promote again to start another one." });
  // Another project's worker finds nothing of it.
  expect(await checkPromotion(production, { subject: id })).toBeUndefined();
});
