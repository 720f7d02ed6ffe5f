import { randomUUID } from "node:crypto";

import { beforeEach, expect, it } from "vitest";

import { withOrganisation } from "@/lib/portal/database";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { acceptInvitation } from "@/lib/portal/members/accept-invitation";
import { onboardCustomer } from "@/lib/portal/onboarding/onboard-customer";
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
const copy = (scope: TenantScope, id: string) => copyPromotion(scope, { subject: id, attempt: 1, signal: new AbortController().signal });
const questionsOf = async (scope: TenantScope) => (await listGoldenQuestions(scope)).map(({ question, origin, expectedDocument }) => [question, origin, expectedDocument?.name]);

it("copies what was chosen and nothing else, waits until it has been read, and runs the questions there", async () => {
  const [leave, other] = [await upload(staging, "leave.md", "# Leave"), await upload(staging, "other.md", "# Other")];
  const chosen = await saveGoldenQuestion(staging, { question: "How much leave?", expectedDocument: { id: leave, name: "leave.md" } });
  await saveGoldenQuestion(staging, { question: "Another?", expectsRefusal: true });
  const { id } = await startPromotion(production, { from: "staging", documentIds: [leave], questionIds: [chosen.id] });
  await expect(startPromotion(production, { from: "staging", documentIds: [other] })).rejects.toMatchObject({ code: "conflict" });
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
  expect(await listPromotions(production)).toMatchObject([{ status: "done", run: 1, from: "Staging", to: "Production" }]);
  const runs = await withOrganisation(production, (tx) => tx.goldenRun.findMany({ where: { organisationId: production.organisation.id, projectId: production.project.id } }));
  expect(runs).toMatchObject([{ trigger: "promotion", total: 1 }]);
});

it("doubles nothing when it is done again", async () => {
  const leave = await upload(staging, "leave.md", "# Leave");
  for (let round = 0; round < 2; round++) {
    const { id } = await startPromotion(production, { from: "staging", documentIds: [leave] });
    await copy(production, id);
    await withOrganisation(production, (tx) => tx.promotion.updateMany({ where: { organisationId: production.organisation.id, id }, data: { status: "done" } }));
  }
  expect(await names(production)).toEqual(["leave.md 1"]);
});

it("takes nothing from another organisation, and from nowhere", async () => {
  const stranger = await ownerScope(await newTenant());
  const theirs = await upload(stranger, "secret.md", "# Secret");
  for (const from of [stranger.project.slug, "production", "absent"]) await expect(startPromotion(production, { from, documentIds: [theirs] })).rejects.toMatchObject({ code: "not_found" });
  const { id } = await startPromotion(production, { from: "staging", documentIds: [theirs], questionIds: ["gld_0"] });
  await copy(production, id);
  expect(await names(production)).toEqual([]);
  expect(await listGoldenQuestions(production)).toEqual([]);
});
