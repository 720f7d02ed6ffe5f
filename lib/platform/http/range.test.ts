import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { attachment, fileNameOf } from "@/lib/platform/http/content-disposition";
import { parseRange } from "@/lib/platform/http/range";

describe("a Range header", () => {
  it.each([
    ["bytes=0-0", 10, { start: 0, end: 1 }],
    ["bytes=2-", 10, { start: 2, end: 10 }],
    ["bytes=-3", 10, { start: 7, end: 10 }],
    ["bytes=-30", 10, { start: 0, end: 10 }],
    ["bytes=5-50", 10, { start: 5, end: 10 }],
    ["bytes=10-", 10, "unsatisfiable"],
    ["bytes=-0", 10, "unsatisfiable"],
    ["bytes=0-", 0, "unsatisfiable"],
    ["bytes=5-2", 10, undefined],
    ["bytes=0-1,3-4", 10, undefined],
    ["lines=0-1", 10, undefined],
    ["bytes=-", 10, undefined],
    [null, 10, undefined],
  ])("%s of %i bytes is %o", (header, total, range) => {
    expect(parseRange(header, total)).toEqual(range);
  });

  it("never leads out of the file", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.option(fc.nat(2000), { nil: "" }), fc.option(fc.nat(2000), { nil: "" }), (total, from, to) => {
        const range = parseRange(`bytes=${from}-${to}`, total);
        if (range === undefined || range === "unsatisfiable") return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThan(range.start);
        expect(range.end).toBeLessThanOrEqual(total);
      }),
    );
  });
});

describe("a Content-Disposition", () => {
  it("carries any name through a header, and nothing but the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }).filter((name) => !name.includes("/")), (name) => {
        const header = attachment(name);
        expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
        expect(fileNameOf(header)).toBe(name.toWellFormed());
      }),
    );
  });

  it("names the file without its folders, for old clients in ASCII", () => {
    expect(attachment('hr/"Grüße".pdf')).toBe("attachment; filename=\"_Gr__e_.pdf\"; filename*=UTF-8''%22Gr%C3%BC%C3%9Fe%22.pdf");
  });
});
