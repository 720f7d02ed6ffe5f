import { randomUUID } from "node:crypto";

import { expect, expectAccessible, test } from "../fixtures";
import type { E2ePerson, E2eServer } from "../servers/servers";

/** A person of the demo, with the address of their project. */
function named({ people }: E2eServer, name: string): E2ePerson & { base: string } {
  const found = people.find((person) => person.name === name);
  if (found === undefined) throw new Error(`The demo has no ${name}.`);
  const [, , org = "", project = ""] = found.address.split("/");
  return { ...found, base: `/t/${org}/${project}` };
}

test("a golden question is written, run, explained, overruled and handed on", async ({ server, signIn }) => {
  const owner = named(server, "Ingrid Sommer");
  const page = await signIn(owner);
  const question = `How heavy is the moon ${randomUUID().slice(0, 8)}?`;
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: question }) });
  await page.goto(`${owner.base}/golden`);
  await expectAccessible(page);

  await test.step("written by hand, expecting what will not come", async () => {
    await page.getByRole("button", { name: "Add question" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Question", { exact: true }).fill(question);
    await dialog.getByRole("button", { name: "Add question" }).click();
    await expect(dialog.getByText("Name a text or a document that the answer must hold")).toBeVisible();
    await dialog.getByLabel("The answer must hold").fill("73 quintillion tonnes");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Add question" }).click();
    await expect(card).toContainText("Not run yet");
  });

  await test.step("run with all others in the worker", async () => {
    await page.getByRole("button", { name: "Run all" }).click();
    await expect(page.getByRole("link", { name: "See results" })).toBeVisible({ timeout: 60_000 });
    await expect(card).toContainText("Failed");
    await expect(card.getByText(/although an answer was expected|is missing from the answer/)).toBeVisible();
  });

  await test.step("overruled with a reason", async () => {
    await card.getByRole("button", { name: /^Count as passed/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("Nobody here weighs moons.");
    await dialog.getByRole("button", { name: "Count as passed" }).click();
    await expect(card).toContainText(`Overruled by ${owner.name}`);
    await expect(card).toContainText("Passed");
  });

  await test.step("handed on, signed", async () => {
    await page.getByRole("link", { name: "See results" }).click();
    await expect(page.getByRole("heading", { name: "Results" })).toBeVisible();
    await expectAccessible(page);
    const href = await page.getByRole("link", { name: "Signed JSON" }).getAttribute("href");
    const signed = await page.request.get(`${server.url}${href ?? ""}`);
    expect(await signed.json()).toMatchObject({ payload: { format: "citadel-golden-run" }, signature: { algorithm: "Ed25519" } });
  });

  await test.step("and deleted, while the run keeps it", async () => {
    await page.goto(`${owner.base}/golden`);
    await card.getByRole("button", { name: /^Delete/ }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(card).toHaveCount(0);
  });
});

test("another customer's golden questions and runs are as absent as any", async ({ server, signIn }) => {
  const [own, other] = [named(server, "Ingrid Sommer"), named(server, "Tomasz Nowak")];
  const page = await signIn(other);
  for (const below of ["/golden", "/golden/runs", "/golden/runs/1", "/golden/suggestions", "/api/golden/runs/1", "/api/golden/questions?format=csv"]) {
    const [foreign, absent] = [await page.request.get(`${server.url}${own.base}${below}`), await page.request.get(`${server.url}/t/absent/production${below}`)];
    expect([below, foreign.status(), absent.status()]).toEqual([below, 404, 404]);
  }
});
