import type { APIRequestContext, Page } from "@playwright/test";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { z } from "zod";

import { viewerHref } from "../../components/viewer/viewer-href";
import { expect, expectAccessible, test } from "../fixtures";
import type { E2ePerson, E2eServer } from "../servers/servers";

const PASSAGE = "The bicycle allowance is 37 euros a month.";
const MARKDOWN = `# Bicycles\n\n${"Bicycles are kept in the yard.\n\n".repeat(80)}## Allowance\n\nAsk the people team. ${PASSAGE} It ends with the contract.\n`;
const PAGES = 120;
const PASSAGE_PAGE = 90;

const uploaded = z.object({ id: z.string(), status: z.string() });
const laid = z.object({ text: z.string() });

/** The project of a person's first page. */
function projectOf({ address }: E2ePerson): { org: string; project: string } {
  const [, , org = "", project = ""] = address.split("/");
  return { org, project };
}

/** An admin of the demo, and someone of another organisation. */
function adminAndStranger({ people }: E2eServer): [E2ePerson, E2ePerson] {
  const admin = people.find(({ role, address }) => /admin|owner/i.test(role) && address.startsWith("/t/"));
  const stranger = people.find(({ address }) => address.startsWith("/t/") && admin !== undefined && projectOf({ ...admin, address }).org !== projectOf(admin).org);
  if (admin === undefined || stranger === undefined) throw new Error("The demo has no admin and stranger.");
  return [admin, stranger];
}

/** A long PDF with one passage that is looked for. */
async function longPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= PAGES; number += 1) {
    const page = pdf.addPage([595, 842]);
    page.drawText(`Chapter ${number} is about the yard and its gates.`, { x: 72, y: 740, size: 12, font });
    if (number === PASSAGE_PAGE) page.drawText(PASSAGE, { x: 72, y: 240, size: 12, font });
  }
  return Buffer.from(await pdf.save());
}

/** Uploads a file as the documents page does, and waits until it has been read. */
async function upload(request: APIRequestContext, { url }: E2eServer, address: string, name: string, buffer: Buffer): Promise<string> {
  const api = `${url}${address}/api/documents`;
  const file = { name, mimeType: "application/octet-stream", buffer };
  const { id } = uploaded.parse(await (await request.post(api, { headers: { origin: url }, multipart: { name, file } })).json());
  const status = async () => uploaded.parse(await (await request.get(`${api}/${id}`)).json()).status;
  await expect.poll(status, { timeout: 90_000 }).toBe("ready");
  return id;
}

/** The address of the passage in a document. */
async function passageIn(request: APIRequestContext, { url }: E2eServer, target: { org: string; project: string; documentId: string; page: number }): Promise<string> {
  const { org, project, documentId, page } = target;
  const { text } = laid.parse(await (await request.get(`${url}/t/${org}/${project}/api/documents/${documentId}/pages/${page}`)).json());
  const start = text.indexOf(PASSAGE);
  expect(start).toBeGreaterThanOrEqual(0);
  return viewerHref({ ...target, start, end: start + PASSAGE.length, quote: PASSAGE });
}

/** What a person gets to see at an address. */
async function seen(page: Page, address: string): Promise<{ status: number | undefined; words: string }> {
  const response = await page.goto(address);
  return { status: response?.status(), words: await page.locator("body").innerText() };
}

const marks = (page: Page) => page.locator("[data-passage]");

test("a citation opens its very passage, for colleagues and for nobody else", async ({ server, signIn, visitor }) => {
  const [admin, stranger] = adminAndStranger(server);
  const place = projectOf(admin);
  const address = `/t/${place.org}/${place.project}`;
  const page = await signIn(admin);

  await test.step("in a text", async () => {
    const documentId = await upload(page.request, server, address, "viewer/bicycles.md", Buffer.from(MARKDOWN));
    await page.goto(await passageIn(page.request, server, { ...place, documentId, page: 1 }));
    await expect(marks(page)).toHaveText(PASSAGE);
    await expect(marks(page)).toBeInViewport();
    await expectAccessible(page);
    await page.goto(viewerHref({ ...place, documentId, page: 1, start: 0, end: PASSAGE.length, quote: "It said something else." }));
    await expect(page.getByText("This passage has changed since the answer; here is the page.")).toBeVisible();
    await expect(marks(page)).toHaveCount(0);
  });

  await test.step("in a long PDF, of which only what is looked at is drawn", async () => {
    const documentId = await upload(page.request, server, address, "viewer/yard.pdf", await longPdf());
    const href = await passageIn(page.request, server, { ...place, documentId, page: PASSAGE_PAGE });
    await page.goto(href);
    await expect(marks(page)).toBeInViewport();
    const words = page.getByText(PASSAGE, { exact: true }).and(page.locator(".textLayer *"));
    await expect(words).toBeInViewport();
    const [mark, word] = await Promise.all([marks(page).boundingBox(), words.boundingBox()]);
    if (mark === null || word === null) throw new Error("The passage is not on the page.");
    expect(Math.abs(mark.x - word.x)).toBeLessThan(8);
    expect(Math.abs(mark.x + mark.width - word.x - word.width)).toBeLessThan(12);
    expect(mark.y).toBeLessThan(word.y + word.height / 2);
    expect(mark.y + mark.height).toBeGreaterThan(word.y + word.height / 2);
    expect(await page.locator(".react-pdf__Page").count()).toBeLessThan(10);
    const number = page.getByLabel(`Page, of ${PAGES}`);
    await expect(number).toHaveValue(String(PASSAGE_PAGE));
    await page.getByRole("button", { name: "Larger" }).click();
    await expect(marks(page)).toBeInViewport();
    await number.fill("7");
    await number.press("Enter");
    await expect(page.getByText("Chapter 7 is about the yard and its gates.").first()).toBeInViewport();
    await expectAccessible(page);

    const narrow = await signIn(admin, { dark: true, width: 375 });
    await narrow.goto(href);
    await expect(marks(narrow)).toBeInViewport();
    await expectAccessible(narrow);

    const other = await signIn(stranger);
    const own = projectOf(stranger);
    const absentId = "doc_0000000000000000000000000";
    const pairs = [
      [href, href.replace(`/t/${place.org}/`, "/t/absent/")],
      [viewerHref({ ...own, documentId }), viewerHref({ ...own, documentId: absentId })],
    ] as const;
    for (const [foreign, absent] of pairs) expect(await seen(other, foreign)).toEqual({ ...(await seen(other, absent)), status: 404 });

    await visitor.goto(href);
    await expect(visitor).toHaveURL(/\/sign-in\?/);
  });
});
