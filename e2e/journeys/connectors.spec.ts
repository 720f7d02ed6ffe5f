import { once } from "node:events";
import { createServer, type Server } from "node:http";

import { z } from "zod";

import { expect, expectAccessible, test } from "../fixtures";
import type { E2ePerson, E2eServer } from "../servers/servers";

/** A person of the demo, with the address of their project. */
function named({ people }: E2eServer, name: string): E2ePerson & { base: string } {
  const found = people.find((person) => person.name === name);
  if (found === undefined) throw new Error(`The demo has no ${name}.`);
  const [, , org = "", project = ""] = found.address.split("/");
  return { ...found, base: `/t/${org}/${project}` };
}

const PAGES = 60;
const page = (title: string, body: string, links = "") => `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${body}</p>${links}</article></body></html>`;

/** A website of sixty pages on this machine; one of them tells of the quarry's lamp. */
async function localSite(): Promise<{ url: string; server: Server }> {
  const links = Array.from({ length: PAGES - 1 }, (_, place) => `<a href="/rooms/room-${place + 1}">Room ${place + 1}</a>`).join(" ");
  const server = createServer((request, response) => {
    const room = Number(/^\/rooms\/room-(\d+)$/.exec(request.url ?? "")?.[1] ?? 0);
    if (request.url === "/") return void response.writeHead(200, { "content-type": "text/html" }).end(page("Quarry museum", "The museum of Vardholm quarry has many rooms.", links));
    if (room === 0) return void response.writeHead(404).end();
    const body = room === 17 ? "The quarry lamp of Vardholm was forged by Sunniva Brekke in 1843 and hangs beside the northern stair." : `Room ${room} of the quarry museum shows stones from shelf ${room * 3}.`;
    return void response.writeHead(200, { "content-type": "text/html" }).end(page(`Room ${room}`, body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return { url: `http://localhost:${port}/`, server };
}

test("an admin connects a website, sees it come in, asks about a page, and finds the way to its source", async ({ server, signIn }) => {
  const owner = named(server, "Ingrid Sommer");
  const { url, server: site } = await localSite();
  const tab = await signIn(owner);
  const name = `Museum ${url}`;

  await test.step("connected, with its progress", async () => {
    await tab.goto(`${owner.base}/connectors`);
    await expectAccessible(tab);
    await tab.getByRole("button", { name: "Connect a source" }).click();
    const dialog = tab.getByRole("dialog");
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("Start address or sitemap").fill(url);
    await dialog.getByText("Patterns and limits").click();
    await dialog.getByLabel(/^Pace/).fill("20");
    await expectAccessible(tab);
    await dialog.getByRole("button", { name: "Connect" }).click();
    const card = tab.getByRole("listitem").filter({ has: tab.getByRole("heading", { name }) });
    await expect(card.getByRole("progressbar", { name: `Synchronising ${name}` })).toBeVisible();
    await expect(card).toContainText("Up to date", { timeout: 60_000 });
    await expect(card).toContainText(`${PAGES} documents`);
    await expectAccessible(tab);
  });

  await test.step("the page is among the documents, with the way to it", async () => {
    await tab.goto(`${owner.base}/documents?name=room-17.html`);
    const row = tab.getByRole("row").filter({ hasText: "room-17.html" });
    await expect(row).toContainText("Ready", { timeout: 90_000 });
    await expect(row.getByRole("link", { name: `From ${name}` })).toHaveAttribute("href", `${url}rooms/room-17`);
  });

  await test.step("and answers", async () => {
    await tab.goto(`${owner.base}/chat`);
    await tab.getByLabel("Your question").fill("Who forged the quarry lamp of Vardholm?");
    await tab.keyboard.press("Enter");
    await expect(tab.getByText("Sunniva Brekke").first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step("removed with what it brought", async () => {
    await tab.goto(`${owner.base}/connectors`);
    await tab.getByRole("button", { name: `Remove ${name}` }).click();
    await tab.getByRole("dialog").getByRole("button", { name: "Remove them too" }).click();
    await expect(tab.getByRole("heading", { name })).toHaveCount(0, { timeout: 60_000 });
  });
  site.closeAllConnections();
  site.close();
});

test("another customer's sources are as absent as any", async ({ server, signIn }) => {
  const [own, other] = [named(server, "Ingrid Sommer"), named(server, "Tomasz Nowak")];
  const tab = await signIn(other);
  for (const below of ["/connectors", "/api/connectors"]) expect([below, (await tab.request.get(`${server.url}${own.base}${below}`)).status()]).toEqual([below, 404]);
});
