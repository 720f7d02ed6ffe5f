import type { Page } from "@playwright/test";

import { handbookSite, SITE_PAGES } from "../customer/handbook-site";
import { effortInWords, Hands } from "../customer/hands";
import { join, newCustomer } from "../customer/new-customer";
import { tenPapers } from "../customer/papers";
import { expect, expectAccessible, test } from "../fixtures";
import { personOf } from "../servers/servers";

/** What is read, asked or brought in ends within this, in ms, whatever else the machine does. */
const LONG = { timeout: 60_000 };

const QUESTION = "How many weeks of parental leave does a parent get?";

/** The guide leads on to a step. */
async function guideOffers(page: Page, next: string): Promise<void> {
  await expect(page.getByRole("region", { name: "Getting started" }).getByRole("link", { name: next })).toBeVisible(LONG);
}

test("a new customer’s admin comes from the invitation to people who ask, alone and in minutes", async ({ server, visitor: page, browser, complaints }) => {
  test.setTimeout(240_000);
  const customer = await newCustomer(server, "Orrin Quay");
  const site = await handbookSite();
  const began = Date.now();
  const hands = new Hands(page);
  const tab = (name: string) => page.getByRole("navigation").getByRole("link", { name, exact: true });
  const next = (name: string) => page.getByRole("region", { name: "Getting started" }).getByRole("link", { name });
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: QUESTION }) });

  await test.step("joins", async () => {
    await join(page, hands, customer.invitation, "Orla Quay");
    await expect(page.getByText("No documents yet")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("connects the website", async () => {
    await hands.press(next("Connect a source"));
    await hands.press(page.getByRole("button", { name: "Connect a source" }));
    const dialog = page.getByRole("dialog");
    await hands.write(dialog.getByLabel("Name"), "Handbook");
    await hands.write(dialog.getByLabel("Start address or sitemap"), site.sitemap);
    await hands.press(dialog.getByRole("button", { name: "Connect" }));
    await expect(page.getByRole("progressbar", { name: "Synchronising Handbook" })).toBeVisible();
  });

  await test.step("uploads ten files while it comes in", async () => {
    await hands.press(tab("Documents"));
    await hands.upload(page.getByRole("button", { name: "Upload files" }).first(), await tenPapers());
    await expect(page.getByText("10 uploaded").first()).toBeVisible(LONG);
    await expectAccessible(page);
    await hands.press(tab("Sources"));
    const source = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Handbook" }) });
    await expect(source).toContainText("Up to date", LONG);
    await expect(source).toContainText(`${SITE_PAGES} documents`);
    expect(site.asked.filter((path) => path.startsWith("/internal"))).toEqual([]);
  });

  await test.step("takes ten suggested questions", async () => {
    await hands.press(next("Choose from suggestions"));
    await hands.press(page.getByRole("button", { name: "Add 10 questions" }));
    await expect(page.getByRole("heading", { name: "Questions 10" })).toBeVisible();
  });

  await test.step("writes one, with what used to be right", async () => {
    await hands.press(page.getByRole("button", { name: "Add question" }));
    const dialog = page.getByRole("dialog");
    await hands.write(dialog.getByLabel("Question", { exact: true }), QUESTION);
    await hands.write(dialog.getByLabel("The answer must hold"), "20 weeks");
    await hands.press(dialog.getByRole("button", { name: "Add question" }));
    await expect(dialog).toBeHidden();
  });

  await test.step("runs them, and mends the one that fails", async () => {
    await hands.press(page.getByRole("button", { name: "Run all" }));
    await expect(page.getByText("10 of 11 passed")).toBeVisible(LONG);
    await expect(card).toContainText("'20 weeks' is missing from the answer");
    await hands.press(card.getByRole("button", { name: /^Change/ }));
    const dialog = page.getByRole("dialog");
    await hands.write(dialog.getByLabel("The answer must hold"), "22 weeks");
    await hands.press(dialog.getByRole("button", { name: "Save changes" }));
    await expect(card).toContainText("Passed");
    await expect(page.getByText("All 11 golden questions pass.")).toBeVisible();
  });

  await test.step("signs, and switches on", async () => {
    await hands.press(page.getByRole("button", { name: "Sign the questions" }));
    await expect(page.getByText(/Signed by Orla Quay on/)).toBeVisible();
    await hands.press(page.getByRole("switch", { name: "Ask your docs" }));
    await expect(page.getByText("On: everyone in the organisation can ask.")).toBeVisible();
  });

  const invitation = await test.step("invites somebody who asks", async () => {
    await hands.press(next("Invite people"));
    await hands.write(page.getByLabel("E-mail address"), `${customer.slug}@example.com`);
    await hands.choose(page.getByLabel("Role"), "reader");
    await hands.press(page.getByRole("button", { name: "Invite", exact: true }));
    return page.getByLabel(/Invitation link/).inputValue();
  });
  process.stdout.write(`new customer: ${effortInWords(hands.effort, began)}\n`);
  site.close();

  const context = await browser.newContext({ baseURL: server.url });
  const reader = await context.newPage();
  reader.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  const theirs = new Hands(reader);
  await test.step("who opens the link, asks, and reads the passage", async () => {
    await join(reader, theirs, new URL(invitation).pathname, "Rune Reader");
    await theirs.press(reader.getByRole("navigation").getByRole("link", { name: "Ask", exact: true }));
    await theirs.ask(reader.getByLabel("Your question"), QUESTION);
    await expect(reader.getByText("From your uploaded documents", { exact: true })).toBeVisible(LONG);
    await expect(reader.getByText("22 weeks").first()).toBeVisible();
    await expectAccessible(reader);
    await theirs.press(reader.getByRole("link", { name: /^Source \d+: leave\.pdf/ }).first());
    await expect(reader.getByRole("heading", { name: "leave.pdf" })).toBeVisible();
    await expectAccessible(reader);
  });
  process.stdout.write(`their first reader: ${effortInWords(theirs.effort, began)}\n`);
  await context.close();
});

test("a customer made at the operator’s desk is led by the same steps", async ({ server, signIn, visitor }) => {
  const unique = crypto.randomUUID().slice(0, 8);
  const desk = await signIn(personOf(server, "/operator", "operator"));
  const hands = new Hands(desk);
  await desk.goto("/operator");
  await hands.press(desk.getByRole("link", { name: "New customer" }));
  await hands.write(desk.getByLabel("Name"), `Tidewater ${unique}`);
  await hands.write(desk.getByLabel("E-mail address of the owner"), `owner-${unique}@tidewater.example`);
  await hands.press(desk.getByRole("button", { name: "Create customer" }));
  const link = await desk.getByLabel(/Invitation link/).inputValue();
  await join(visitor, new Hands(visitor), new URL(link).pathname, "Tilda Water");
  await guideOffers(visitor, "Connect a source");
});
