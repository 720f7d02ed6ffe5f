import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";
import { z } from "zod";

import { expect, expectAccessible, test } from "../fixtures";
import { personOf } from "../servers/servers";

const created = z.object({ slug: z.string(), invitationUrl: z.string() });

/** A customer of its own with an empty staging project beside production, and its owner in the browser. */
async function joined(page: Page, { url, operatorToken }: { url: string; operatorToken: string }): Promise<{ slug: string; name: string }> {
  const name = `Leaving ${randomUUID().slice(0, 8)}`;
  const response = await fetch(`${url}/api/v1/customers`, {
    method: "POST",
    headers: { authorization: `Bearer ${operatorToken}`, "content-type": "application/json", "idempotency-key": `leaving ${name}` },
    body: JSON.stringify({ name, adminEmail: `${randomUUID()}@example.com`, projects: [{ environment: "production" }, { environment: "staging" }] }),
  });
  const { slug, invitationUrl } = created.parse(await response.json());
  await page.goto(new URL(invitationUrl).pathname);
  await page.getByLabel("Your name").fill("Lea Owner");
  await page.getByLabel("New password").fill("a few words that nobody else uses");
  await page.getByRole("button", { name: "Create account and join" }).click();
  await page.waitForURL((at) => at.pathname.startsWith(`/t/${slug}`));
  return { slug, name };
}

test("an admin exports a project, brings it into the empty staging project, deletes that and takes it back", async ({ server, visitor: page }) => {
  test.setTimeout(180_000);
  const { slug } = await joined(page, server);
  const transfers = page.getByRole("region", { name: "Exports and imports" });

  await test.step("production gets a document", async () => {
    await page.goto(`/t/${slug}/production/documents`);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Upload files" }).first().click()]);
    await chooser.setFiles({ name: "leave.md", mimeType: "text/markdown", buffer: Buffer.from("# Leave\n\nEveryone has twenty-five days of paid leave.\n") });
    await expect(page.getByRole("row", { name: /leave\.md.*Ready/ })).toBeVisible({ timeout: 60_000 });
  });

  const archive = await test.step("it is exported and downloaded", async () => {
    await page.goto(`/t/${slug}/data`);
    await expectAccessible(page);
    await page.getByLabel("What to export").selectOption("production");
    await page.getByRole("button", { name: "Make the export" }).click();
    await expect(transfers.getByText("Ready")).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
    const [download] = await Promise.all([page.waitForEvent("download"), transfers.getByRole("link", { name: /Download/ }).click()]);
    return readFile(await download.path());
  });

  await test.step("it is brought into staging", async () => {
    await page.getByLabel("Into the empty project").selectOption("staging");
    await page.getByLabel("Export (ZIP)").setInputFiles({ name: "export.zip", mimeType: "application/zip", buffer: archive });
    await page.getByRole("button", { name: "Import" }).click();
    await expect(transfers.getByText("Done")).toBeVisible({ timeout: 60_000 });
    await page.goto(`/t/${slug}/staging/documents`);
    await expect(page.getByRole("row", { name: /leave\.md.*Ready/ })).toBeVisible();
  });

  await test.step("staging is deleted, is not there, and comes back", async () => {
    await page.goto(`/t/${slug}/data`);
    await page.getByLabel("What to delete").selectOption("staging");
    await page.getByRole("button", { name: "Delete Staging" }).click();
    const dialog = page.getByRole("dialog");
    await expectAccessible(page);
    await expect(dialog.getByRole("button", { name: "Delete", exact: true })).toBeDisabled();
    await dialog.getByLabel("Type “Staging”").fill("Staging");
    await dialog.getByRole("button", { name: "Delete", exact: true }).click();
    await expect(page.getByText(/It can be undone until/)).toBeVisible();
    await expectAccessible(page);
    expect((await page.request.get(`/t/${slug}/staging/documents`)).status()).toBe(404);
    await page.getByRole("button", { name: "Undo the deletion of Staging" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText(/It can be undone until/)).toHaveCount(0);
    await page.goto(`/t/${slug}/staging/documents`);
    await expect(page.getByRole("row", { name: /leave\.md.*Ready/ })).toBeVisible();
  });
});

test("the operator suspends a customer, deletes it at once, and has the receipt", async ({ server, visitor, signIn }) => {
  test.setTimeout(120_000);
  const { slug, name } = await joined(visitor, server);
  const desk = await signIn(personOf(server, "/operator", "operator"), { width: 375 });
  await desk.goto("/operator/leaving");
  await expectAccessible(desk);
  await desk.getByRole("button", { name: `Suspend ${name}` }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Suspend" }).click();
  await expect(desk.getByRole("button", { name: `Resume ${name}` })).toBeVisible();
  expect((await visitor.request.get(`/t/${slug}/production/documents`)).status()).toBe(404);
  await desk.getByRole("button", { name: `Resume ${name}` }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Resume" }).click();
  await expect(desk.getByRole("button", { name: `Suspend ${name}` })).toBeVisible();
  await desk.getByRole("button", { name: `Delete ${name}` }).click();
  await desk.getByRole("dialog").getByLabel(`Type “${name}”`).fill(name);
  await desk.getByRole("dialog").getByLabel("Days in which it can be undone").fill("0");
  await desk.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(desk.getByRole("button", { name: `Receipt for ${name}` })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(desk);
});
