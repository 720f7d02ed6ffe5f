import { expect, it } from "vitest";

import { type AuditRecord, SYSTEM } from "@/lib/portal/audit/audit-event";
import { verifyChain } from "@/lib/portal/audit/chain";
import { readOperatorLog } from "@/lib/portal/audit/operator-log";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { lookUp, withOperator, withOrganisation } from "@/lib/portal/database";
import { grantOperator } from "@/lib/portal/operators/grant-operator";
import type { SignedIn } from "@/lib/portal/scope";
import { defaultText } from "@/lib/portal/security-page/default-text";
import { saveSecurityPage, securityPage } from "@/lib/portal/security-page/security-page";
import { signedInBy } from "@/lib/portal/sessions/from-session";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

async function person(isOperator: boolean): Promise<SignedIn> {
  const { owner, token } = await newTenant();
  if (isOperator) await grantOperator(owner.email);
  const found = await signedInBy(token);
  if (found === null) throw new Error("nobody is signed in");
  return found;
}

it("says what the software knows until the operator writes their own, which keeps every version, and each is a row of the operator's own chain", async () => {
  const text = defaultText();
  for (const answer of ["Where your data lives", "kept apart", "Who processes", "in your cloud", "Encryption", "Retention and deletion", "Contact"]) expect(text).toContain(answer);
  // There is one page for the whole server, which other tests write as well.
  const { version } = await securityPage();
  const operator = await person(true);
  await saveSecurityPage(operator, { text: "## Contact\n\nsecurity@example.com", version });
  expect(await securityPage()).toMatchObject({ version: version + 1, text: "## Contact\n\nsecurity@example.com", savedBy: operator.name });
  // Who had the older text open does not write over it.
  await expect(saveSecurityPage(operator, { text: "Mine", version })).rejects.toMatchObject({ code: "conflict" });
  await saveSecurityPage(operator, { text: "Two", version: version + 1 });
  expect(await lookUp((tx) => tx.securityPage.count())).toBe(version + 2);
  const rows: AuditRecord[] = [];
  for await (const batch of readOperatorLog(1)) rows.push(...batch);
  expect(rows.filter(({ actorId }) => actorId === operator.personId)).toMatchObject([version + 1, version + 2].map((saved) => ({ actorKind: "operator", action: "security-page.changed", before: { version: saved - 1 }, after: { version: saved } })));
  expect(verifyChain(rows)).toMatchObject({ intact: true, rows: rows.length });
  await expect(withOperator((tx) => tx.$executeRaw`UPDATE portal.security_page SET text = 'changed' WHERE version = ${version + 1}`)).rejects.toThrow();
});

it("is written by the operator alone", async () => {
  const { version } = await securityPage();
  await expect(saveSecurityPage(await person(false), { text: "Mine", version })).rejects.toMatchObject({ code: "not_found" });
  await expect(lookUp((tx) => tx.securityPage.create({ data: { version: 99, text: "x", savedBy: "nobody" } }))).rejects.toThrow(/row-level security/);
  // The log of it is the operator's alone as well.
  expect(await lookUp((tx) => tx.auditEvent.count({ where: { organisationId: "operator" } }))).toBe(0);
  await expect(withOrganisation(await ownerScope(await newTenant()), (tx) => recordAuditAs(tx, "operator", SYSTEM, { action: "security-page.changed" }))).rejects.toThrow(/row-level security/);
});
