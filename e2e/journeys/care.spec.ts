import { randomUUID } from "node:crypto";

import { z } from "zod";

import { expect, expectAccessible, test } from "../fixtures";
import type { E2ePerson, E2eServer } from "../servers/servers";

/** A person of the demo, with the address of their project. */
function named({ people }: E2eServer, name: string): E2ePerson & { org: string; base: string } {
  const found = people.find((person) => person.name === name);
  if (found === undefined) throw new Error(`The demo has no ${name}.`);
  const [, , org = "", project = ""] = found.address.split("/");
  return { ...found, org: `/t/${org}`, base: `/t/${org}/${project}` };
}

const month = z.object({ data: z.array(z.object({ customerName: z.string(), questions: z.number() })) });

/** The questions that the operator's billing has for a customer in this month. */
async function billed({ url, operatorToken }: E2eServer, customer: string): Promise<number> {
  const response = await fetch(`${url}/api/v1/usage?month=${new Date().toISOString().slice(0, 7)}`, { headers: { authorization: `Bearer ${operatorToken}` } });
  return month.parse(await response.json()).data.filter(({ customerName }) => customerName === customer).reduce((sum, { questions }) => sum + questions, 0);
}

test("a reader dislikes an answer; an admin finds the gap, reads the conversation, makes a golden question of it, and sees it counted", async ({ server, signIn }) => {
  const [admin, reader] = [named(server, "Tomasz Nowak"), named(server, "Priya Raman")];
  // Like no other question, or it would join its gap.
  const question = `Which zeppelin ${randomUUID().replaceAll("-", " ")} flies to the lighthouse?`;
  const before = await billed(server, "Northwind People");

  await test.step("the admin has questions answered by a person as well", async () => {
    const page = await signIn(admin);
    await page.goto(`${admin.base}/settings`);
    await expectAccessible(page);
    await page.getByLabel("Where it leads").selectOption("link");
    await page.getByLabel("Address of a page, or an e-mail address").fill("javascript:alert(1)");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("must be an address that begins with https://")).toBeVisible();
    await page.getByLabel("Address of a page, or an e-mail address").fill("desk@example.com");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
  });

  await test.step("the reader is refused, and says so", async () => {
    const page = await signIn(reader);
    await page.goto(`${reader.base}/chat`);
    await page.getByLabel("Your question").fill(question);
    await expect(page.getByRole("button", { name: "Ask", exact: true })).toBeEnabled();
    await page.getByLabel("Your question").press("Enter");
    const turn = page.getByRole("article").last();
    await turn.getByRole("button", { name: "This answer is not right" }).click();
    await turn.getByRole("radio", { name: "It should have been answered" }).check();
    await turn.getByLabel("What would have been right? You can leave this empty.").fill("The blue one.");
    await expectAccessible(page);
    await turn.getByRole("button", { name: "Send" }).click();
    await expect(turn.getByText("The people who look after your documents will see it.")).toBeVisible();
    await turn.getByRole("button", { name: "Ask a person" }).click();
    await expect(turn.getByRole("link", { name: "Ask desk@example.com" })).toHaveAttribute("href", "mailto:desk@example.com");
    await page.reload();
    await expect(page.getByRole("article").last().getByRole("button", { name: "This answer is not right" })).toHaveAttribute("aria-pressed", "true");
    for (const path of ["gaps", "conversations", "settings"]) expect((await page.request.get(`${server.url}${reader.base}/${path}`)).status()).toBe(404);
  });

  const page = await signIn(admin);
  const gap = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: question }) });

  await test.step("the admin finds the gap and the conversation", async () => {
    await page.goto(`${admin.base}/gaps`);
    await expect(gap).toContainText("Disliked once");
    await expectAccessible(page);
    await gap.getByRole("combobox").selectOption({ label: "Mireille van Dongen" });
    await gap.getByRole("link", { name: "Open the conversation" }).click();
    await expect(page.getByRole("heading", { name: question })).toBeVisible();
    await expect(page.getByText("The blue one.")).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${admin.base}/conversations?outcome=disliked&text=zeppelin`);
    await expect(page.getByRole("link", { name: question })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${admin.org}/audit?area=conversation`);
    await expect(page.getByText(/opened a conversation of Priya Raman/).first()).toBeVisible();
  });

  await test.step("makes a golden question of it, and closes it", async () => {
    await page.goto(`${admin.base}/gaps`);
    await expect(gap.getByRole("combobox")).toHaveValue(/^per_/);
    await gap.getByRole("link", { name: "Make a golden question" }).click();
    await expect(page.getByRole("dialog").getByLabel("Question", { exact: true })).toHaveValue(question);
    await page.goto(`${admin.base}/gaps`);
    await gap.getByRole("button", { name: "Solved" }).click();
    await expect(gap).toHaveCount(0);
    await page.getByRole("link", { name: "Solved", exact: true }).click();
    await expect(gap).toBeVisible();
  });

  await test.step("and sees it counted, as does the operator's billing", async () => {
    await page.goto(`${admin.org}/usage?days=7`);
    await expect(page.getByRole("row", { name: new RegExp(`^${new Date().toISOString().slice(0, 10)} [1-9]`) })).toBeVisible();
    await expectAccessible(page);
    expect(await billed(server, "Northwind People")).toBe(before + 1);
  });

  await test.step("on a phone, in the dark", async () => {
    const phone = await signIn(admin, { dark: true, width: 375 });
    for (const path of [`${admin.base}/gaps`, `${admin.base}/conversations`, `${admin.base}/settings`, `${admin.org}/usage`]) {
      await phone.goto(path);
      await expectAccessible(phone);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    }
  });
});

test("a limit of the operator's ends questions with a sentence, and its admins are told before", async ({ server, signIn }) => {
  const [operator, owner] = [named(server, "Nadia Okafor"), named(server, "Ingrid Sommer")];
  const desk = await signIn(operator);
  const setTo = async (most: string) => {
    await desk.goto("/operator/usage");
    await desk.getByRole("button", { name: "Limits of Fabrikam Sales" }).click();
    await desk.getByLabel("Questions this month").fill(most);
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByRole("dialog")).toBeHidden();
  };
  await desk.goto("/operator/usage");
  await expectAccessible(desk);
  await setTo("0");
  const page = await signIn(owner);
  await page.goto(`${owner.base}/chat`);
  await expect(page.getByRole("complementary", { name: "Limits" })).toContainText("used up");
  await page.getByLabel("Your question").fill("Who approves discounts of more than 12 per cent?");
  await expect(page.getByRole("button", { name: "Ask", exact: true })).toBeEnabled();
  await page.getByLabel("Your question").press("Enter");
  await expect(page.getByRole("article").last()).toContainText("Your organisation has asked the 0 questions of this month.");
  await expectAccessible(page);
  await setTo("");
  await page.reload();
  await expect(page.getByRole("complementary", { name: "Limits" })).toHaveCount(0);
});
