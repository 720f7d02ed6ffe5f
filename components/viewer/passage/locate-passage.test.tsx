import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { locatePassage } from "@/components/viewer/passage/locate-passage";
import { pageOf, passageLinkOf } from "@/components/viewer/passage/passage-link";
import { viewerHref } from "@/components/viewer/viewer-href";

const TEXT = "Every member has 25 days of leave. Leave is asked for two weeks before. Every member has a laptop.";
const QUOTE = "Leave is asked for two weeks before.";
const start = TEXT.indexOf(QUOTE);
const TARGET = { org: "acme", project: "hr/eu", documentId: "doc_1", page: 3, start, end: start + QUOTE.length };

/** What the viewer reads from a link. */
function linkOf(href: string) {
  const query = Object.fromEntries(new URL(href, "https://citadel.example").searchParams);
  return { page: pageOf(query), link: passageLinkOf(query) };
}

/** Where a link to the quotation leads in a page's text. */
function leadsTo(text: string): string | undefined {
  const { link } = linkOf(viewerHref({ ...TARGET, quote: QUOTE }));
  const span = link === undefined ? undefined : locatePassage(text, link);
  return span === undefined ? undefined : text.slice(span.start, span.end);
}

describe("a link to a passage", () => {
  it("names the document, the page and the passage, and nothing of its words", () => {
    const href = viewerHref({ ...TARGET, quote: QUOTE });
    expect(href).toMatch(/^\/t\/acme\/hr%2Feu\/documents\/doc_1\?page=3&start=35&end=71&quote=[0-9a-z]+$/);
    expect(linkOf(href)).toMatchObject({ page: 3, link: { start, end: start + QUOTE.length } });
    expect(viewerHref({ org: "acme", project: "hr", documentId: "doc_1" })).toBe("/t/acme/hr/documents/doc_1");
  });

  it("leads to the passage", () => {
    expect(leadsTo(TEXT)).toBe(QUOTE);
  });

  it("follows the passage when something before it has grown or shrunk", () => {
    expect(leadsTo(`A new sentence. ${TEXT}`)).toBe(QUOTE);
    expect(leadsTo(TEXT.slice(20))).toBe(QUOTE);
  });

  it("leads nowhere when the passage has changed or gone", () => {
    expect(leadsTo(TEXT.replace("two weeks", "six weeks"))).toBeUndefined();
    expect(leadsTo(TEXT.slice(0, 40))).toBeUndefined();
    expect(leadsTo("")).toBeUndefined();
  });

  it("without a quotation leads to its place as long as there is one", () => {
    const { link } = linkOf(viewerHref(TARGET));
    expect(link && locatePassage(TEXT, link)).toEqual({ start, end: TARGET.end });
    expect(link && locatePassage(TEXT.slice(0, 50), link)).toBeUndefined();
  });

  it("finds every quotation of every text again, wherever it has moved", () => {
    const texts = fc.tuple(fc.string({ unit: "binary" }), fc.string({ unit: "binary", minLength: 1 }), fc.string({ unit: "binary" }), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(texts, ([before, quote, after, inserted]) => {
        const href = viewerHref({ ...TARGET, start: before.length, end: before.length + quote.length, quote });
        const { link } = linkOf(href);
        if (link === undefined) throw new Error("The link names no passage.");
        const text = inserted + before + quote + after;
        const span = locatePassage(text, link);
        expect(span && text.slice(span.start, span.end)).toBe(quote);
      }),
    );
  });

  it("reads a very long passage that is not there without long thought", () => {
    const text = "ab".repeat(100_000);
    expect(locatePassage(text, { start: 10, end: 150_000, quote: "none" })).toBeUndefined();
  });
});

describe("an address", () => {
  it.each([{}, { page: "0" }, { page: "-1" }, { page: "1.5" }, { page: "x" }, { page: ["2", "3"] }, { page: "99999999999" }])("with the page %j opens the first", (query) => {
    expect(pageOf(query)).toBe(1);
  });

  it.each([{}, { start: "3" }, { start: "5", end: "5" }, { start: "9", end: "5" }, { start: "-1", end: "5" }, { start: "1", end: "1e9" }])("with %j names no passage", (query) => {
    expect(passageLinkOf(query)).toBeUndefined();
  });
});
