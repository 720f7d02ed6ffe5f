import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { closeEngineDatabase, withProject } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { removeFromIndex } from "@/lib/engine/search/index/go-live";
import { clearStaged } from "@/lib/engine/search/index/stage-chunks";
import { searchProject } from "@/lib/engine/search/search-project";
import { addSample, createSampleProject, type SampleDocument } from "@/lib/engine/search/testing/project-of";
import { newId } from "@/lib/platform/ids";

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });

const names = async (scope: ProjectScope, query: string, documentIds?: string[]) =>
  (await searchProject(scope, { query, limit: 50, documentIds })).results.map((result) => result.documentName);

afterAll(closeEngineDatabase);

describe("a project's index", () => {
  let scope: ProjectScope;
  let leave: SampleDocument;
  beforeAll(async () => {
    scope = await createSampleProject();
    leave = await addSample(scope, file("leave.md", "# Leave\n\nEverybody has thirty days of leave in a year. Ask your lead two weeks ahead."));
    await addSample(scope, file("invoices.csv", "number,customer,amount\nINV-2031-0042,Halden Optics,1250.50\nINV-2031-0043,Moreau Frères,980.00\n"));
    await addSample(scope, file("security.md", "# Security\n\nWe hold a SOC 2 report. Laptops are encrypted, and § 4.2 of the manual says how."));
  });

  it("finds by meaning and by words, best first, scores falling within 0 and 1", async () => {
    const { results } = await searchProject(scope, { query: "How much vacation do I get?", limit: 10 });
    expect(results[0]?.documentName).toBe("leave.md");
    expect(results.map((result) => result.score)).toEqual(results.map((result) => result.score).toSorted((a, b) => b - a));
    for (const { score } of results) expect(score).toSatisfy((value: number) => value >= 0 && value <= 1);
  });

  it.each([
    ["INV-2031-0043", "invoices.csv"],
    ["§ 4.2", "security.md"],
    ["SOC 2", "security.md"],
    ["980", "invoices.csv"],
  ])("finds %s exactly", async (query, name) => {
    expect((await names(scope, query))[0]).toBe(name);
  });

  it("looks through a slip of typing, by the project's own words only", async () => {
    const own = await createSampleProject();
    await addSample(own, file("keel.md", "# Keelhouse\n\nThe quartermaster signs every requisition for the chandlery."));
    await addSample(own, file("other.md", "# Kitchen\n\nLunch is at noon, and the cook writes the menu."));
    const [first] = (await searchProject(own, { query: "Who signs a requisiton of the quartermsater?", limit: 1 })).results;
    expect(first?.documentName).toBe("keel.md");
    const straight = (await searchProject(own, { query: "Who signs a requisition of the quartermaster?", limit: 1 })).results[0];
    expect(first?.score).toBeGreaterThan((straight?.score ?? 1) * 0.8);
    const elsewhere = await createSampleProject();
    await addSample(elsewhere, file("other.md", "# Kitchen\n\nLunch is at noon, and the cook writes the menu."));
    expect((await searchProject(elsewhere, { query: "requisiton quartermsater", limit: 1 })).results[0]?.score ?? 0).toBeLessThan(0.3);
  });

  it("keeps to the documents that are asked for", async () => {
    expect(new Set(await names(scope, "report of the year", [leave.documentId]))).toEqual(new Set(["leave.md"]));
    expect(await names(scope, "report of the year", [newId("doc")])).toEqual([]);
    expect(await names(scope, "report of the year", [])).toEqual([]);
  });

  it("does not find what is only staged, and nothing of it after clearing", async () => {
    const own = await createSampleProject();
    const staged = await addSample(own, file("draft.md", "# Draft\n\nThe vault opens with the word marigold."), { live: false });
    expect(await names(own, "vault marigold")).toEqual([]);
    await withProject(own, (tx) => clearStaged(tx, own, staged.versionId));
    const rows = await withProject(own, (tx) => tx.$queryRaw<{ id: string }[]>`SELECT id FROM engine.chunk WHERE project_id = ${own.projectId}`);
    expect(rows).toEqual([]);
  });

  it("swaps a document's versions at once", async () => {
    const own = await createSampleProject();
    const first = await addSample(own, file("price.md", "# Price\n\nA seat costs nine euros."));
    const draft = await addSample(own, file("price.md", "# Price\n\nA seat costs eleven euros."), { live: false, documentId: first.documentId, version: 2 });
    expect((await searchProject(own, { query: "cost of a seat", limit: 10 })).results.map(({ text }) => text).join()).toContain("nine");
    await withProject(own, (tx) => clearStaged(tx, own, draft.versionId));
    await addSample(own, file("price.md", "# Price\n\nA seat costs twelve euros."), { documentId: first.documentId, version: 3 });
    const texts = (await searchProject(own, { query: "cost of a seat", limit: 10 })).results.map(({ text }) => text).join();
    expect(texts).toContain("twelve");
    expect(texts).not.toContain("nine");
  });

  it("finds nothing of a document that was removed, and counts none of its words", async () => {
    const own = await createSampleProject();
    const gone = await addSample(own, file("gone.md", "# Gone\n\nThe marigold code is 7781."));
    await addSample(own, file("stays.md", "# Stays\n\nThe tulip code is 9934."));
    await withProject(own, (tx) => removeFromIndex(tx, own, gone.documentId));
    expect(await names(own, "marigold code")).toEqual(["stays.md"]);
    const postings = await withProject(own, (tx) => tx.$queryRaw<{ term: string }[]>`SELECT term FROM engine.posting WHERE project_id = ${own.projectId} AND term = '7781'`);
    expect(postings).toEqual([]);
  });

  it("answers from nothing in an empty project", async () => {
    expect(await names(await createSampleProject(), "anything")).toEqual([]);
  });

  it("does not depend on what other projects hold", async () => {
    const query = "thirty days of leave in a year";
    const before = await searchProject(scope, { query, limit: 10 });
    const other = await createSampleProject();
    for (let n = 0; n < 5; n++) await addSample(other, file(`leave-${n}.md`, `# Leave\n\nEverybody has thirty days of leave in a year, and ${n} more.`));
    expect({ ...(await searchProject(scope, { query, limit: 10 })), tookMs: 0 }).toEqual({ ...before, tookMs: 0 });
    expect(await names(other, "Halden Optics INV-2031-0042")).not.toContain("invoices.csv");
    expect(await names(other, "leave", [leave.documentId])).toEqual([]);
  });
});
