import type { Locator, Page } from "@playwright/test";
import { z } from "zod";

import { Hands } from "../customer/hands";
import { join, newCustomer, PASSWORD } from "../customer/new-customer";
import { expect, expectAccessible, test } from "../fixtures";

const QUESTION = "How many days of notice does a supplier get?";
const NAME = "notice.md";
const before = "# Notice\n\nEvery supplier gets 45 days of notice, in writing.\n";
const after = "# Notice\n\nEvery supplier gets 10 days of notice, in writing.\n";
const READ = { timeout: 60_000 };

const run = z.object({ status: z.string(), trigger: z.string(), outcome: z.string().nullable() });

/** What became of a run, once it has ended. */
async function outcomeOf(page: Page, base: string, number: number): Promise<string> {
  const response = await page.request.get(`${base}/api/golden/runs/${number}`);
  if (!response.ok()) return "not there yet";
  const { status, trigger, outcome } = run.parse(await response.json());
  return `${status} after ${trigger}: ${outcome}`;
}

async function upload(page: Page, button: Locator, content: string): Promise<void> {
  await new Hands(page).upload(button, [{ name: NAME, mimeType: "text/markdown", buffer: Buffer.from(content) }]);
  await expect(page.getByText("1 uploaded").first()).toBeVisible();
}

test("a document that changes a golden answer switches asking off, and on again once it is put back", async ({ server, visitor: admin, browser, signIn }) => {
  test.setTimeout(240_000);
  const customer = await newCustomer(server, "Quarry Lane");
  const base = `/t/${customer.slug}/production`;
  const reader = { name: "Rune Reader", email: `${customer.slug}@example.com`, password: PASSWORD, role: "reader", address: base };
  const question = admin.getByRole("listitem").filter({ has: admin.getByRole("heading", { name: QUESTION }) });

  await test.step("a question passes, is signed, and people can ask", async () => {
    await join(admin, new Hands(admin), customer.invitation, "Quentin Lane");
    await upload(admin, admin.getByRole("button", { name: "Upload files" }).first(), before);
    await expect(admin.getByRole("row", { name: /notice\.md.*Ready/ })).toBeVisible(READ);
    await admin.goto(`${base}/golden`);
    await admin.getByRole("button", { name: "Rule and schedule" }).click();
    await admin.getByLabel("When they do not pass any more").selectOption("switch-off");
    await admin.getByRole("button", { name: "Save the rule" }).click();
    await expect(admin.getByRole("dialog")).toBeHidden();
    await admin.getByRole("button", { name: "Add question" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("Question", { exact: true }).fill(QUESTION);
    await dialog.getByLabel("The answer must hold").fill("45 days");
    await dialog.getByRole("button", { name: "Add question" }).click();
    await admin.getByRole("button", { name: "Run all" }).click();
    await admin.getByRole("button", { name: "Sign the questions" }).click(READ);
    await admin.getByRole("switch", { name: "Ask your docs" }).click();
    await expect(admin.getByText("On: everyone in the organisation can ask.")).toBeVisible();
    await admin.goto(`/t/${customer.slug}/members`);
    await admin.getByLabel("E-mail address").fill(reader.email);
    await admin.getByLabel("Role").selectOption("reader");
    await admin.getByRole("button", { name: "Invite", exact: true }).click();
    const link = await admin.getByLabel(/Invitation link/).inputValue();
    const context = await browser.newContext({ baseURL: server.url });
    const page = await context.newPage();
    await join(page, new Hands(page), new URL(link).pathname, reader.name);
    await context.close();
  });

  const page = await signIn(reader);
  await test.step("an end user asks", async () => {
    await page.goto(`${base}/chat`);
    await page.getByLabel("Your question").fill(QUESTION);
    await page.getByLabel("Your question").press("Enter");
    await expect(page.getByText("45 days").first()).toBeVisible(READ);
  });

  await test.step("another version changes the answer: the questions run by themselves, and asking goes off", async () => {
    await admin.goto(`${base}/documents`);
    await upload(admin, admin.getByRole("button", { name: "Upload files" }), after);
    await expect.poll(() => outcomeOf(admin, `${server.url}${base}`, 2), READ).toBe("done after change: switched-off");
    await admin.goto(`${base}/golden`);
    await expect(admin.getByText(/Switched off by the rule after run 2/)).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole("link", { name: "See what changed" }).click();
    await expect(admin.getByRole("heading", { name: "Documents between run 1 and run 2" })).toBeVisible();
    await expect(question.locator("del")).toContainText("45");
    await expect(question.locator("ins")).toContainText("10");
    await expect(question).toContainText("A cited document changed:");
    await expect(question).toContainText("notice.md version 1 → 2");
    await expectAccessible(admin);
  });

  await test.step("the end user reads why, in the chat that is open and in its place", async () => {
    await page.getByLabel("Your question").fill(QUESTION);
    await page.getByLabel("Your question").press("Enter");
    await expect(page.getByText(/is paused while its answers are checked/).first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Paused while the answers are checked" })).toBeVisible();
    await expect(page.getByLabel("Your question")).toHaveCount(0);
    await expectAccessible(page);
    const phone = await signIn(reader, { dark: true, width: 375 });
    await phone.goto(`${base}/chat`);
    await expect(phone.getByRole("heading", { name: "Paused while the answers are checked" })).toBeVisible();
    await expectAccessible(phone);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  });

  await test.step("put back, it goes on by itself", async () => {
    await admin.goto(`${base}/documents`);
    await upload(admin, admin.getByRole("button", { name: "Upload files" }), before);
    await expect.poll(() => outcomeOf(admin, `${server.url}${base}`, 3), READ).toBe("done after change: restored");
    await page.getByRole("button", { name: "Look again" }).click();
    await page.getByLabel("Your question").fill(QUESTION);
    await page.getByLabel("Your question").press("Enter");
    await expect(page.getByText("45 days").first()).toBeVisible(READ);
  });
});
