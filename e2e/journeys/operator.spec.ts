import { expect, expectAccessible, test } from "../fixtures";
import { personOf } from "../servers/servers";

const PASSWORD = "a few words that nobody else uses";

test("a new customer is made at the desk, accepted by its owner, and sees nothing of the others", async ({ server, signIn, visitor }) => {
  const operator = personOf(server, "/operator", "operator");
  const unique = crypto.randomUUID().slice(0, 8);
  const desk = await signIn(operator);
  await desk.goto("/operator");
  await expect(desk.getByRole("rowheader", { name: /Northwind People/ })).toBeVisible();
  await expectAccessible(desk);

  await desk.getByRole("link", { name: "New customer" }).click();
  await desk.getByLabel("Name").fill(`Contoso ${unique}`);
  await desk.getByLabel("E-mail address of the owner").fill(`owner-${unique}@contoso.example`);
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Create customer" }).click();
  await expect(desk.getByRole("heading", { name: "The customer is ready" })).toBeVisible();
  const link = await desk.getByLabel(/Invitation link/).inputValue();
  await desk.goto("/operator");
  await expect(desk.getByRole("rowheader", { name: new RegExp(`Contoso ${unique}`) })).toHaveCount(1);

  await visitor.goto(new URL(link).pathname);
  await expectAccessible(visitor);
  await visitor.getByLabel("Your name").fill("Connie Owner");
  await visitor.getByLabel("New password").fill(PASSWORD);
  await visitor.getByRole("button", { name: "Create account and join" }).click();
  await expect(visitor.getByRole("heading", { name: "Documents", exact: true })).toBeVisible();
  await expect(visitor.getByText("No documents yet")).toBeVisible();

  const northwind = personOf(server, "/t/northwind-people", "owner").address;
  const foreign = await visitor.request.get(northwind);
  const absent = await visitor.request.get("/t/nobody-at-all/production/documents");
  expect([foreign.status(), absent.status()]).toEqual([404, 404]);
  const used = await visitor.request.get(new URL(link).pathname);
  expect(used.status()).toBe(404);
});

test("the desk shows counts and no content, and to nobody else", async ({ server, signIn }) => {
  const operator = await signIn(personOf(server, "/operator", "operator"), { dark: true, width: 375 });
  await operator.goto("/operator");
  await expect(operator.getByRole("heading", { name: "Customers" })).toBeVisible();
  await expectAccessible(operator);
  const customer = await operator.request.get(personOf(server, "/t/northwind-people", "owner").address);
  expect(customer.status()).toBe(404);
  const owner = await signIn(personOf(server, "/t/northwind-people", "owner"));
  expect((await owner.request.get("/operator")).status()).toBe(404);
  await owner.goto("/t/northwind-people/isolation");
  await expect(owner.getByRole("heading", { name: "Isolation", exact: true })).toBeVisible();
  await expectAccessible(owner);
  await owner.goto("/t/northwind-people/audit");
  await expect(owner.getByRole("heading", { name: "Audit log" })).toBeVisible();
  await expectAccessible(owner);
});
