import { randomUUID } from "node:crypto";

import type { APIRequestContext, Page } from "@playwright/test";
import { z } from "zod";

import { expect, expectAccessible, test } from "../fixtures";
import type { E2ePerson, E2eServer } from "../servers/servers";

const uploaded = z.object({ id: z.string(), status: z.string() });

/** A person of the demo, with the address of their project. */
function named({ people }: E2eServer, name: string): E2ePerson & { base: string } {
  const found = people.find((person) => person.name === name);
  if (found === undefined) throw new Error(`The demo has no ${name}.`);
  const [, , org = "", project = ""] = found.address.split("/");
  return { ...found, base: `/t/${org}/${project}` };
}

/** Uploads a text as the documents page does, and waits until it has been read. */
async function upload(request: APIRequestContext, { url }: E2eServer, base: string, name: string, text: string): Promise<void> {
  const api = `${url}${base}/api/documents`;
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(text) };
  const { id } = uploaded.parse(await (await request.post(api, { headers: { origin: url }, multipart: { name, file } })).json());
  await expect.poll(async () => uploaded.parse(await (await request.get(`${api}/${id}`)).json()).status, { timeout: 90_000 }).toBe("ready");
}

const box = (page: Page) => page.getByLabel("Your question");
const turns = (page: Page) => page.getByRole("article");

/** Asks, and waits for the end of the answer. */
async function ask(page: Page, question: string): Promise<void> {
  await box(page).fill(question);
  await expect(page.getByRole("button", { name: "Ask", exact: true })).toBeEnabled();
  await box(page).press("Enter");
  await expect(turns(page).last()).toContainText(question);
  await expect(page.getByRole("button", { name: "Stop the answer" })).toBeHidden();
}

/** A text that says one thing nobody else says. */
function lanternText(): { name: string; text: string; passage: string; question: string } {
  const keeper = `Keeper ${randomUUID().slice(0, 8)}`;
  const passage = `The lantern in the lighthouse burns 47 hours on one filling of oil, says ${keeper}.`;
  return { name: `lighthouse/${keeper}.md`, text: `# Lighthouse\n\n${"Boats are tied to the quay.\n\n".repeat(40)}## Lantern\n\n${passage}\n`, passage, question: `How many hours does the lantern burn, as ${keeper} says?` };
}

test("an answer streams in, opens its passage, and is there on the way back", async ({ server, signIn }) => {
  const admin = named(server, "Tomasz Nowak");
  const page = await signIn(admin);
  const { name, text, passage, question } = lanternText();
  await upload(page.request, server, admin.base, name, text);
  await page.goto(`${admin.base}/chat`);
  await expectAccessible(page);

  await test.step("a cited answer", async () => {
    await ask(page, question);
    const answer = turns(page).first();
    await expect(answer).toContainText("From your uploaded documents");
    await expect(answer).toContainText("47 hours");
    await expect(answer).toContainText("Last indexed");
    await expect(page.getByRole("status").filter({ hasText: "47 hours" })).toHaveCount(1);
    await expectAccessible(page);
  });

  await test.step("a question that the documents do not answer", async () => {
    await ask(page, "Which wine goes well with grilled salmon?");
    await expect(turns(page)).toHaveCount(2);
    await expect(turns(page).last()).toContainText("Your documents do not answer this question.");
    await expectAccessible(page);
  });

  await test.step("the passage, and back", async () => {
    await page.getByRole("link", { name: `Source 1: ${name}, page 1` }).click();
    await expect(page.locator("[data-passage]").first()).toBeInViewport();
    await expect(page.locator("[data-passage]")).toContainText(passage.slice(0, 40));
    await page.goBack();
    await expect(turns(page)).toHaveCount(2);
    await page.reload();
    await expect(turns(page)).toHaveCount(2);
  });

  await test.step("a new conversation, and the last one again", async () => {
    await page.getByRole("button", { name: "New conversation" }).click();
    await expect(turns(page)).toHaveCount(0);
    await expect(page).toHaveURL(`${admin.base}/chat`);
    await page.getByRole("link", { name: "Back to your last conversation" }).click();
    await expect(turns(page)).toHaveCount(2);
  });

  await test.step("in the dark, on a phone", async () => {
    const phone = await signIn(admin, { dark: true, width: 375 });
    await phone.goto(`${admin.base}/chat`);
    await ask(phone, question);
    await expect(turns(phone).first()).toContainText("47 hours");
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await expectAccessible(phone);
  });
});

test("the question box keeps to its keys and its length", async ({ server, signIn }) => {
  const admin = named(server, "Tomasz Nowak");
  const page = await signIn(admin);
  await page.goto(`${admin.base}/chat`);
  await box(page).fill("One line");
  await box(page).press("Shift+Enter");
  await expect(box(page)).toHaveValue("One line\n");
  await expect(turns(page)).toHaveCount(0);
  const button = page.getByRole("button", { name: "Ask", exact: true });
  await box(page).fill("x".repeat(3_600));
  await expect(page.getByText("3,600 of 4,000 characters")).toBeVisible();
  await expect(button).toBeEnabled();
  await box(page).fill("x".repeat(4_012));
  await expect(page.getByText("12 characters too many. Shorten the question.")).toBeVisible();
  await expect(button).toBeDisabled();
  await box(page).press("Enter");
  await expect(turns(page)).toHaveCount(0);
});

test("a broken answer says so and can be asked for again; a slow one can be stopped", async ({ server, signIn }) => {
  const admin = named(server, "Tomasz Nowak");
  const page = await signIn(admin);
  await page.clock.install();
  await page.goto(`${admin.base}/chat`);
  const api = `**${admin.base}/api/chat`;

  await page.route(api, (route) => route.fulfill({ contentType: "text/event-stream", body: 'event: delta\ndata: {"text":"The lan"}\n\nevent: del' }));
  await ask(page, "How long does the lantern burn?");
  await expect(turns(page).last()).toContainText("The lan");
  await expect(turns(page).last()).toContainText("The answer was cut off on its way. Try again.");
  await expectAccessible(page);
  await page.unroute(api);

  await page.route(api, (route) => route.abort());
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(turns(page).last()).toContainText("The portal could not be reached.");
  await page.unroute(api);

  await page.route(api, () => undefined);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(turns(page).last()).toContainText("Searching your documents…");
  await page.clock.runFor(11_000);
  await expect(turns(page).last()).toContainText("Still working.");
  await page.getByRole("button", { name: "Stop the answer" }).click();
  await expect(turns(page).last()).toContainText("Stopped before an answer came.");
  await page.unroute(api);

  await page.getByRole("button", { name: "Try again" }).click();
  await expect(turns(page)).toHaveCount(1);
  await expect(turns(page).last()).toContainText("Last indexed");
});

test("who may not ask yet is told so; who may try it saves what to expect", async ({ server, signIn }) => {
  const owner = named(server, "Ingrid Sommer");
  const reader = named(server, "Lukas Brandt");

  await test.step("an end user", async () => {
    const page = await signIn(reader);
    await page.goto(`${owner.base}/chat`);
    await expect(page.getByRole("heading", { name: "Not switched on yet" })).toBeVisible();
    await expect(box(page)).toHaveCount(0);
    const refused = await page.request.post(`${server.url}${owner.base}/api/chat`, { headers: { origin: server.url }, data: { question: "How long?" } });
    expect([refused.status(), await refused.text()]).toEqual([403, expect.stringContaining("not switched on yet")]);
    await expectAccessible(page);
  });

  await test.step("the owner", async () => {
    const page = await signIn(owner);
    const { name, text, question } = lanternText();
    await upload(page.request, server, owner.base, name, text);
    await page.goto(`${owner.base}/chat`);
    await expect(page.getByText("Test chat: end users cannot ask yet")).toBeVisible();
    await ask(page, question);
    await page.getByRole("button", { name: "Save as expected" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("Question")).toHaveValue(question);
    await expect(dialog.getByRole("radio", { name: name })).toBeChecked();
    await expect(dialog.getByRole("checkbox", { name: "47 hours", exact: true })).toBeChecked();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await dialog.getByRole("link", { name: "Run it now" }).click();
    await expect(page).toHaveURL(`${owner.base}/golden`);
    await expect(page.getByText(question).first()).toBeVisible();
  });
});

test("another customer's conversation and chat are as absent as any", async ({ server, signIn }) => {
  const admin = named(server, "Tomasz Nowak");
  const stranger = named(server, "Ingrid Sommer");
  const page = await signIn(admin);
  await page.goto(`${admin.base}/chat`);
  await ask(page, "Which wine goes well with grilled salmon?");
  await expect(page).toHaveURL(/\?session=ses_/);
  const session = new URL(page.url()).search;

  const other = await signIn(stranger);
  await other.goto(`${stranger.base}/chat${session}`);
  await expect(turns(other)).toHaveCount(0);
  await ask(other, "Which wine was it?");
  await expect(turns(other).last()).toContainText("This conversation cannot be continued. Ask the question in a new one.");
  await other.getByRole("button", { name: "Ask in a new conversation" }).click();
  await expect(turns(other)).toHaveCount(1);
  await expect(turns(other).last()).toContainText("Last indexed");

  const foreign = await other.goto(`${admin.base}/chat${session}`);
  const words = await other.locator("main").innerText();
  const absent = await other.goto("/t/absent/absent/chat");
  expect([foreign?.status(), absent?.status(), await other.locator("main").innerText()]).toEqual([404, 404, words]);
});
