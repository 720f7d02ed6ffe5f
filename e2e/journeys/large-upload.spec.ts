import { createHash, randomBytes } from "node:crypto";

import type { APIRequestContext } from "@playwright/test";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { z } from "zod";

import { expect, test } from "../fixtures";
import { type E2eServer, personOf } from "../servers/servers";

/** Above every limit that a proxy or a form parser in between would set, and not yet the product's own. */
const LARGE_BYTES = 50 * 1024 * 1024;
/** Such a file is received and read within this, in ms. */
const READ_WITHIN = { timeout: 90_000 };

const stored = z.object({ id: z.string(), status: z.string(), bytes: z.number(), sha256: z.string() });
const created = z.object({ id: z.string() });
const issued = z.object({ key: z.string() });

/** A PDF of one page that says one thing, and of 50 MB that nothing can compress. */
async function largePdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  page.drawText("The vault opens at a quarter past nine.", { font: await pdf.embedFont(StandardFonts.Helvetica), size: 14, x: 50, y: 700 });
  pdf.context.register(pdf.context.stream(randomBytes(LARGE_BYTES)));
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Uploads the file, waits until it is read, takes it back and removes it. */
async function thereAndBack(request: APIRequestContext, documents: string, headers: Record<string, string>): Promise<void> {
  const bytes = await largePdf();
  expect(bytes.length).toBeGreaterThan(LARGE_BYTES);
  const name = `large-${randomBytes(4).toString("hex")}.pdf`;
  const answer = await request.post(documents, { headers, multipart: { name, file: { name, mimeType: "application/pdf", buffer: bytes } } });
  expect(answer.status()).toBe(202);
  const { id, ...document } = stored.parse(await answer.json());
  expect(document).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) });
  await expect.poll(async () => stored.parse(await (await request.get(`${documents}/${id}`, { headers })).json()).status, READ_WITHIN).toBe("ready");
  expect(sha256(await (await request.get(`${documents}/${id}/content`, { headers })).body())).toBe(sha256(bytes));
  expect((await request.delete(`${documents}/${id}`, { headers })).ok()).toBe(true);
}

test("a file of 50 MB goes through the portal whole, and comes back the same", async ({ server, signIn }) => {
  const owner = personOf(server, "/t/northwind-people/", "owner");
  const page = await signIn(owner);
  const [, , organisation = "", project = ""] = owner.address.split("/");
  await thereAndBack(page.request, `${server.url}/t/${organisation}/${project}/api/documents`, { origin: server.url });
});

test("a file of 50 MB goes through the API whole, and comes back the same", async ({ server, request }) => {
  await thereAndBack(request, `${server.url}/v1/documents`, { authorization: `Bearer ${await newKey(server, request)}` });
});

async function newKey({ url, managementKey }: E2eServer, request: APIRequestContext): Promise<string> {
  const headers = { authorization: `Bearer ${managementKey}` };
  const { id } = created.parse(await (await request.post(`${url}/v1/projects`, { headers, data: { name: "large files" } })).json());
  return issued.parse(await (await request.post(`${url}/v1/projects/${id}/keys`, { headers, data: {} })).json()).key;
}
