import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { askSync } from "@/lib/portal/connectors/ask-sync";
import { documentSources } from "@/lib/portal/connectors/document-sources";
import { ringHook } from "@/lib/portal/connectors/http/ring-hook";
import { listSources } from "@/lib/portal/connectors/list-sources";
import { makeHook } from "@/lib/portal/connectors/make-hook";
import { removeSource } from "@/lib/portal/connectors/remove-source";
import { addSource, changeSource } from "@/lib/portal/connectors/save-source";
import type { SourceInput } from "@/lib/portal/connectors/source";
import { syncSource } from "@/lib/portal/connectors/sync/sync-source";
import { allowHost, documentsOf, runSync } from "@/lib/portal/connectors/testing/source-run";
import { html, type WebSite, webSite } from "@/lib/portal/connectors/testing/web-site";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

let site: WebSite;
let scope: TenantScope;
beforeEach(async () => {
  site = await webSite();
  allowHost(site.host);
  scope = await ownerScope(await newTenant());
});
afterEach(() => site.close());

const input = (more: Partial<SourceInput> = {}): SourceInput => ({ name: "Handbook", everyMinutes: 60, settings: { kind: "website", start: `${site.url}/`, rate: 20 }, ...more });
const at = (path: string) => `${site.host}/${path}`;
const jobs = () => withOrganisation(scope, (tx) => tx.job.findMany({ where: { organisationId: scope.organisation.id, kind: "connector.sync" } }));

describe("a website's sync", () => {
  it("brings sixty pages, tells where each came from, and the second one brings nothing new", async () => {
    const links = Array.from({ length: 59 }, (_, place) => `/page-${place}`);
    site.pages.set("/", html("Start", "Hello.", links));
    for (const link of links) site.pages.set(link, html(link, `This is ${link}.`));
    const { id } = await addSource(scope, input());
    const first = await runSync(scope, id);
    expect(first).toMatchObject({ status: "ready", documents: 60, brokenSince: null, summary: { added: 60, changed: 0, removed: 0, unchanged: 0, complete: true } });
    const { data } = await (await openVault(scope)).documents.list({ name: "page-7.html" });
    const sources = await documentSources(scope, data.map(({ id: document }) => document));
    expect(Object.values(sources)).toEqual([{ name: "Handbook", link: `${site.url}/page-7` }]);
    const second = await runSync(scope, id);
    expect(second.summary).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 60 });
    expect(new Set(Object.values(await documentsOf(scope)))).toEqual(new Set([1]));
  }, 60_000);

  it("makes new versions of what changed and removes what is gone, once the site was seen whole", async () => {
    site.pages.set("/", html("Start", "Hello.", ["/a", "/b"]));
    site.pages.set("/a", html("A", "One."));
    site.pages.set("/b", html("B", "Two."));
    const { id } = await addSource(scope, input());
    await runSync(scope, id);
    site.pages.set("/a", html("A", "Another."));
    site.pages.set("/b", (_, response) => response.writeHead(500).end());
    expect((await runSync(scope, id)).summary).toMatchObject({ changed: 1, removed: 0, complete: false });
    expect(await documentsOf(scope)).toEqual({ [at("a.html")]: 2, [at("b.html")]: 1, [at("index.html")]: 1 });
    site.pages.delete("/b");
    expect((await runSync(scope, id)).summary).toMatchObject({ changed: 0, removed: 1, complete: true });
    expect(await documentsOf(scope)).toEqual({ [at("a.html")]: 2, [at("index.html")]: 1 });
  });

  it("that breaks says since when and why, removes nothing, and mends itself", async () => {
    site.pages.set("/", html("Start", "Hello."));
    const { id } = await addSource(scope, input());
    await runSync(scope, id);
    site.pages.delete("/");
    const broken = await runSync(scope, id);
    expect(broken).toMatchObject({ status: "broken", documents: 1 });
    expect(broken.reason).toContain("There is nothing at this address.");
    expect((await runSync(scope, id)).brokenSince).toBe(broken.brokenSince);
    expect(Object.keys(await documentsOf(scope))).toEqual([at("index.html")]);
    site.pages.set("/", html("Start", "Hello."));
    expect(await runSync(scope, id)).toMatchObject({ status: "ready", brokenSince: null, reason: null });
  });

  it("makes no version of a document that somebody uploaded under the same name", async () => {
    site.pages.set("/", html("Start", "Hello."));
    await (await openVault(scope)).documents.upload({ name: at("index.html"), body: new Blob(["<p>Uploaded by hand.</p>"]).stream() });
    const { id } = await addSource(scope, input());
    await runSync(scope, id);
    const documents = await documentsOf(scope);
    expect(Object.values(documents)).toEqual([1, 1]);
    expect(Object.keys(documents)[0]).toMatch(/index ~[0-9a-f]{8}\.html$/);
  });

  it("brings nothing by itself while new versions are held back, and does when a person asks", async () => {
    site.pages.set("/", html("Start", "Hello."));
    const { id } = await addSource(scope, input());
    await runSync(scope, id);
    await withOrganisation(scope, (tx) => tx.project.updateMany({ where: { organisationId: scope.organisation.id, id: scope.project.id }, data: { documentsHeldRun: "run_1" } }));
    site.pages.set("/", html("Start", "Changed."));
    const before = site.asked.length;
    const held = await runSync(scope, id);
    expect([held.status, site.asked.length]).toEqual(["held", before]);
    expect(held.reason).toContain("held back");
    await askSync(scope, id);
    expect((await runSync(scope, id)).summary).toMatchObject({ changed: 1 });
  });

  it("comes back by its schedule, or not at all", async () => {
    site.pages.set("/", html("Start", "Hello."));
    const call = { attempt: 1, signal: new AbortController().signal };
    const hourly = await addSource(scope, input());
    const byHand = await addSource(scope, input({ everyMinutes: null }));
    const again = await syncSource(scope, { ...call, subject: hourly.id });
    expect(Math.round(((again?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(60);
    expect(await syncSource(scope, { ...call, subject: byHand.id })).toBeUndefined();
  });
});

describe("a source", () => {
  it("is made due by its webhook's address and by no other", async () => {
    const { id } = await addSource(scope, input({ everyMinutes: null }));
    await withOrganisation(scope, (tx) => tx.job.deleteMany({ where: { organisationId: scope.organisation.id, kind: "connector.sync" } }));
    const { url } = await makeHook(scope, id);
    const ring = async (address: string) => (await ringHook.handle(new Request(address, { method: "POST" }))).status;
    expect(await ring(`${url.slice(0, -43)}${"A".repeat(43)}`)).toBe(404);
    expect(await jobs()).toEqual([]);
    expect(await ring(url)).toBe(202);
    expect(await ring(url)).toBe(202);
    expect(await jobs()).toMatchObject([{ subject: id, projectId: scope.project.id, asked: 2 }]);
    await makeHook(scope, id);
    expect(await ring(url)).toBe(404);
    for (let calls = 0; calls < 40; calls++) await ring(url);
    expect(await ring(url)).toBe(429);
  });

  it("is ended with its documents, or without them", async () => {
    site.pages.set("/", html("Start", "Hello."));
    const kept = await addSource(scope, input());
    await runSync(scope, kept.id);
    await removeSource(scope, { id: kept.id, documents: "keep" });
    expect(Object.keys(await documentsOf(scope))).toHaveLength(1);
    const gone = await addSource(scope, input());
    await runSync(scope, gone.id);
    expect(Object.keys(await documentsOf(scope))).toHaveLength(2);
    await removeSource(scope, { id: gone.id, documents: "remove" });
    await syncSource(scope, { subject: gone.id, attempt: 1, signal: new AbortController().signal });
    expect(Object.keys(await documentsOf(scope))).toHaveLength(1);
    expect(await listSources(scope)).toEqual([]);
  });

  it("of another organisation is as absent as any", async () => {
    const { id } = await addSource(scope, input());
    const stranger = await ownerScope(await newTenant());
    for (const work of [() => askSync(stranger, id), () => makeHook(stranger, id), () => removeSource(stranger, { id, documents: "remove" }), () => changeSource(stranger, id, input())]) {
      await expect(work()).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await listSources(stranger)).toEqual([]);
    expect(await syncSource(stranger, { subject: id, attempt: 1, signal: new AbortController().signal })).toBeUndefined();
    expect(site.asked).toEqual([]);
  });
});
