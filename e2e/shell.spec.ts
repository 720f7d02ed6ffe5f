import type { Page } from "@playwright/test";

import { watchPolicy } from "./content-policy";
import { expect, expectAccessible, test } from "./fixtures";
import { type E2eServer, personOf } from "./servers/servers";

/** The first customer's people, and the address of their project. */
function northwind(server: E2eServer) {
  const admin = server.people.find(({ role, address }) => /admin|owner/i.test(role) && address.startsWith("/t/northwind"));
  if (admin === undefined) throw new Error("The demo has no admin within /t/northwind.");
  const [, , org = "", project = ""] = admin.address.split("/");
  return { admin, reader: personOf(server, "/t/northwind", "reader"), organisation: `/t/${org}`, project: `/t/${org}/${project}` };
}

function operatorOf({ people }: E2eServer) {
  const operator = people.find(({ role }) => /operator/i.test(role));
  if (operator === undefined) throw new Error("The demo has no operator.");
  return operator;
}

const widthBeyondWindow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("the start leads each person to where their work is", async ({ server, visitor, signIn }) => {
  const { admin, reader, project } = northwind(server);
  await visitor.goto("/");
  await expect(visitor).toHaveURL(/\/sign-in$/);
  await expectAccessible(visitor);

  const readers = await signIn(reader);
  await readers.goto(project);
  await expect(readers).toHaveURL(`${project}/chat`);
  const admins = await signIn(admin);
  await admins.goto(project);
  await expect(admins).toHaveURL(`${project}/documents`);

  const operators = await signIn(operatorOf(server));
  await operators.goto("/");
  await expect(operators.getByRole("link", { name: "Operator’s desk" })).toBeVisible();
  await expectAccessible(operators);
});

test("whoever is not signed in comes back to the very address they asked for", async ({ server, visitor }) => {
  const { admin, project } = northwind(server);
  const asked = `${project}/documents?status=failed`;
  await visitor.goto(asked);
  await expect(visitor).toHaveURL(/\/sign-in\?next=/);
  await visitor.getByLabel("E-mail address").fill(admin.email);
  await visitor.getByLabel("Password").fill(admin.password);
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor).toHaveURL(new RegExp(`${project}/documents`));
});

test("the header shows what the role may open, and nothing else answers", async ({ server, signIn }) => {
  const { admin, reader, project } = northwind(server);
  const tabs = (page: Page) => page.getByRole("navigation", { name: "Project", exact: true }).getByRole("link");
  const admins = await signIn(admin);
  await admins.goto(`${project}/documents`);
  await expect(tabs(admins).filter({ hasText: "Golden questions" })).toBeVisible();
  await expect(tabs(admins).filter({ hasText: "Documents" })).toHaveAttribute("aria-current", "page");

  const readers = await signIn(reader);
  await readers.goto(`${project}/chat`);
  await expect(tabs(readers).filter({ hasText: "Ask" })).toBeVisible();
  await expect(tabs(readers).filter({ hasText: "Golden questions" })).toHaveCount(0);
  const closed = await readers.goto(`${project}/golden`);
  expect(closed?.status()).toBe(404);
  await expect(readers.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expectAccessible(readers);
});

test("what is foreign looks like what is absent", async ({ server, signIn }) => {
  const { admin } = northwind(server);
  const foreign = server.people.find(({ address }) => address.startsWith("/t/") && !address.startsWith("/t/northwind"));
  if (foreign === undefined) throw new Error("The demo has one customer only.");
  const page = await signIn(admin);
  const seen = async (address: string) => {
    const response = await page.goto(address);
    await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
    return { status: response?.status(), title: await page.title(), text: await page.locator("body").innerText() };
  };
  const [, , org = "", project = ""] = foreign.address.split("/");
  const ofForeign = await seen(`/t/${org}/${project}/documents`);
  expect(ofForeign).toEqual(await seen("/t/there-is-no-such/production/documents"));
  expect(ofForeign.status).toBe(404);
});

test("the theme that is chosen stays", async ({ server, signIn }) => {
  const { admin, project } = northwind(server);
  const page = await signIn(admin);
  await page.goto(`${project}/documents`);
  const html = page.locator("html");
  await expect(html).not.toHaveClass(/\bdark\b/);
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(html).toHaveClass(/\bdark\b/);
  await page.reload();
  await expect(html).toHaveClass(/\bdark\b/);
});

test("on a phone every place is one menu away, and no page is wider than the screen", async ({ server, signIn }) => {
  const { admin, organisation, project } = northwind(server);
  const page = await signIn(admin, { width: 375, dark: true });
  await page.goto(`${project}/documents`);
  await page.getByRole("button", { name: "Menu" }).click();
  const menu = page.getByRole("dialog");
  await expect(menu).toBeVisible();
  await expectAccessible(page);
  await menu.getByRole("link", { name: "Members" }).click();
  await expect(page).toHaveURL(`${organisation}/members`);
  await expect(menu).toHaveCount(0);
  for (const address of [`${organisation}/members`, `${project}/documents`, `${project}/chat`, `${project}/golden`]) {
    await page.goto(address);
    expect(await widthBeyondWindow(page), address).toBe(0);
    await expectAccessible(page);
  }
});

test("the keyboard gets past the header at once", async ({ server, signIn }) => {
  const { admin, organisation } = northwind(server);
  const page = await signIn(admin);
  await page.goto(`${organisation}/members`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("signing out ends the session", async ({ server, signIn }) => {
  const { admin, project } = northwind(server);
  const page = await signIn(admin);
  await page.goto(`${project}/documents`);
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto(`${project}/documents`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("every page comes with its policy, and what goes against one is seen", async ({ browser, server, visitor }) => {
  for (const address of ["/sign-in", "/nothing-here", "/nothing.html", "/t/nobody/x.y"]) {
    const response = await visitor.request.get(address, { maxRedirects: 0 });
    expect.soft(response.headers(), address).toMatchObject({ "content-security-policy": expect.stringContaining("'nonce-"), "x-frame-options": "DENY", "x-content-type-options": "nosniff" });
  }
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const watch = await watchPolicy(page);
  await page.goto("/sign-in");
  await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: "http://elsewhere.invalid/pixel.png" })));
  await expect.poll(() => watch).toEqual({ documents: 1, violations: ["img-src stopped http://elsewhere.invalid/pixel.png on /sign-in"] });
  await context.close();
});
