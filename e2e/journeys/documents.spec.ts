import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import type { Locator, Page, TestInfo } from "@playwright/test";

import { expect, expectAccessible, test } from "../fixtures";
import { type E2ePerson, type E2eServer, personOf } from "../servers/servers";

/** A document is read within this, in ms, whatever else the machine does. */
const READ_WITHIN = { timeout: 60_000 };

/** The admin of a customer, and someone of the same customer who may only read. */
function peopleOf(server: E2eServer): { admin: E2ePerson; reader: E2ePerson; documents: string } {
  const admin = server.people.find(({ role, address }) => /admin|owner/i.test(role) && address.startsWith("/t/"));
  if (admin === undefined) throw new Error("The demo has no admin.");
  const [, , org = "", project = ""] = admin.address.split("/");
  return { admin, reader: personOf(server, `/t/${org}/`, "reader"), documents: `/t/${org}/${project}/documents` };
}

/** Files on the disk, as a person would choose them; their paths in the given order. */
async function filesOf(info: TestInfo, contents: Record<string, string>): Promise<string[]> {
  const paths = Object.keys(contents).map((name) => info.outputPath(name));
  await Promise.all(Object.entries(contents).map(async ([name, content]) => {
    await mkdir(dirname(info.outputPath(name)), { recursive: true });
    await writeFile(info.outputPath(name), content);
  }));
  return paths;
}

async function choose(page: Page, button: Locator, paths: string | string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.click()]);
  await chooser.setFiles(paths);
}

const rowOf = (page: Page, file: string) => page.getByRole("row").filter({ has: page.getByRole("link", { name: file, exact: true }) });

async function openMenu(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("documents are uploaded, followed to their end, mended, replaced and deleted", async ({ server, signIn }, info) => {
  const { admin, reader, documents } = peopleOf(server);
  const run = randomUUID().slice(0, 8);
  const good = `good-${run}.md`;
  const blank = `blank-${run}.txt`;
  const [goodPath = "", blankPath = "", falsePath = "", laterPath = ""] = await filesOf(info, {
    [good]: "# Parking\n\nThe garage opens at six.\n",
    [blank]: "   \n  \n",
    [`false-${run}.pdf`]: "This is no PDF.",
    "later.md": "# Parking\n\nThe garage opens at seven.\n",
  });
  const page = await signIn(admin);
  await page.goto(documents);

  await test.step("several at once, each with its own end", async () => {
    await choose(page, page.getByRole("button", { name: "Upload files" }), [goodPath, blankPath, falsePath]);
    const uploads = page.getByRole("region", { name: "Uploads" });
    await expect(uploads.getByText("2 uploaded, 1 not uploaded").first()).toBeVisible();
    await expect(uploads.getByText("The name says that this is a PDF, but the content is something else.")).toBeVisible();
    await expect(rowOf(page, good)).toContainText("Ready", READ_WITHIN);
    await expect(rowOf(page, blank)).toContainText("There is no text in this file,", READ_WITHIN);
    await expectAccessible(page);
  });

  await test.step("the same file again is already there", async () => {
    await choose(page, page.getByRole("button", { name: "Upload files" }), goodPath);
    await expect(page.getByText("Already there: this very file is stored under this name.")).toBeVisible();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await expect(page.getByRole("region", { name: "Uploads" })).toBeHidden();
  });

  await test.step("a failure is tried again, and mended by another file", async () => {
    await page.getByRole("button", { name: `Retry ${blank}` }).click();
    await expect(rowOf(page, blank)).toContainText("There is no text in this file,", READ_WITHIN);
    await page.getByRole("button", { name: `Replace ${blank}` }).click();
    await choose(page, page.getByRole("dialog").getByRole("button", { name: "Choose a file" }), laterPath);
    await expect(rowOf(page, blank)).toContainText("Ready", READ_WITHIN);
    await expect(rowOf(page, blank).getByRole("cell", { name: "2", exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: `Actions for ${blank}` })).toBeFocused();
  });

  await test.step("a search stays in the address", async () => {
    await page.getByLabel("Search by name").fill(`GOOD-${run}`);
    await expect(page.getByRole("row")).toHaveCount(2);
    await page.getByLabel("Status").selectOption("failed");
    await expect(page.getByText("No document fits this search.")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Search by name")).toHaveValue(`GOOD-${run}`);
    await page.getByRole("button", { name: "Show all documents" }).click();
    await expect(rowOf(page, good)).toBeVisible();
  });

  await test.step("who may only read sees them, and no way to change them", async () => {
    const other = await signIn(reader, { dark: true, width: 375 });
    await other.goto(documents);
    await expect(rowOf(other, good)).toBeVisible();
    await expect(other.getByRole("button", { name: "Upload files" })).toHaveCount(0);
    await other.getByRole("button", { name: `Actions for ${good}` }).click();
    await expect(other.getByRole("menuitem")).toHaveText(["Download the original"]);
    await other.keyboard.press("Escape");
    await expectAccessible(other);
  });

  await test.step("a deletion names the document, and is asked for once more", async () => {
    await openMenu(page, good, "Delete…");
    const question = page.getByRole("alertdialog");
    await expect(question).toContainText(good);
    await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: `Actions for ${good}` })).toBeFocused();
    for (const name of [good, blank]) {
      await openMenu(page, name, "Delete…");
      await question.getByRole("button", { name: "Delete", exact: true }).click();
      await expect(rowOf(page, name)).toHaveCount(0);
    }
    await page.reload();
    await expect(page.getByRole("table")).toBeVisible();
    await expect(rowOf(page, good)).toHaveCount(0);
  });
});

test("a folder keeps its names, dropped files are taken in, and an upload can be stopped", async ({ server, signIn }, info) => {
  const { admin, documents } = peopleOf(server);
  const run = randomUUID().slice(0, 8);
  const folder = `garage-${run}`;
  await filesOf(info, { [`${folder}/rules/parking.md`]: "# Parking\n\nOne car each.\n", [`${folder}/.hidden`]: "x" });
  const page = await signIn(admin);
  await page.goto(documents);

  await choose(page, page.getByRole("button", { name: "Upload a folder" }), info.outputPath(folder));
  await expect(page.getByText("1 hidden or system file was left out.")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: `${folder} / rules` });
  await expect(row).toContainText("Ready", READ_WITHIN);

  const dropped = await page.evaluateHandle((name) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["# Gates\n\nThe gate is green.\n"], name));
    return transfer;
  }, `dropped-${run}.md`);
  await page.locator("body").dispatchEvent("dragenter", { dataTransfer: dropped });
  await expect(page.getByText("Drop files or folders to upload them")).toBeVisible();
  await page.locator("body").dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByText("Drop files or folders to upload them")).toBeHidden();
  await expect(rowOf(page, `dropped-${run}.md`)).toContainText("Ready", READ_WITHIN);

  await page.route("**/api/documents", (route) => (route.request().method() === "POST" ? undefined : route.continue()));
  const [slow = ""] = await filesOf(info, { [`slow-${run}.md`]: "# Slow\n" });
  await choose(page, page.getByRole("button", { name: "Upload files" }), slow);
  await page.getByRole("button", { name: `Cancel the upload of slow-${run}.md` }).click();
  await expect(page.getByRole("region", { name: "Uploads" }).getByText("Cancelled", { exact: true })).toBeVisible();
  await page.unroute("**/api/documents");
  await page.getByRole("button", { name: `Upload slow-${run}.md again` }).click();
  await expect(rowOf(page, `slow-${run}.md`)).toContainText("Ready", READ_WITHIN);
});
