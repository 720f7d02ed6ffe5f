import { Hands } from "../customer/hands";
import { join, newCustomer } from "../customer/new-customer";
import { expect, expectAccessible, test } from "../fixtures";

const QUESTION = "How long does a lamp burn?";
const READ = { timeout: 60_000 };
const file = (name: string, text: string) => ({ name, mimeType: "text/markdown", buffer: Buffer.from(text) });

test("chosen documents and questions go from staging to production, and the questions run in both", async ({ server, visitor: page }) => {
  const customer = await newCustomer(server, "Lamp Works", ["production", "staging"]);
  const [staging, production] = [`/t/${customer.slug}/staging`, `/t/${customer.slug}/production`];
  const hands = new Hands(page);

  await test.step("staging gets two documents and a question", async () => {
    await join(page, hands, customer.invitation, "Lars Lamp");
    await page.goto(`${staging}/documents`);
    await hands.upload(page.getByRole("button", { name: "Upload files" }).first(), [file("lamps.md", "# Lamps\n\nA lamp burns for 9,000 hours.\n"), file("draft.md", "# Draft\n\nNobody has read this yet.\n")]);
    for (const name of ["lamps", "draft"]) await expect(page.getByRole("row", { name: new RegExp(`${name}\\.md.*Ready`) })).toBeVisible(READ);
    await page.goto(`${staging}/golden`);
    await page.getByRole("button", { name: "Add question" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Question", { exact: true }).fill(QUESTION);
    await dialog.getByLabel("The answer must hold").fill("9,000 hours");
    await dialog.getByText(/^More:/).click();
    await dialog.getByLabel("Must pass").check();
    await dialog.getByRole("button", { name: "Add question" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("all but the draft is promoted", async () => {
    await page.goto(`${staging}/promote`);
    await page.getByRole("checkbox", { name: "draft.md" }).uncheck();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Promote" }).click();
    await expect(page.getByRole("link", { name: "See run 1 in Staging, before" })).toBeVisible(READ);
    await page.getByRole("link", { name: "See run 1 in Production" }).click(READ);
  });

  await test.step("production has it, and its question has run", async () => {
    await expect(page.getByRole("heading", { name: "Run 1", exact: true })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: QUESTION }) })).toContainText("Passed", READ);
    await expectAccessible(page);
    await page.goto(`${production}/documents`);
    await expect(page.getByRole("row", { name: /lamps\.md.*Ready/ })).toBeVisible();
    await expect(page.getByText("draft.md")).toHaveCount(0);
  });
});
