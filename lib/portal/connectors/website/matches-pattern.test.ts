import fc from "fast-check";
import { expect, it } from "vitest";

import { markedName, nameOfPage } from "@/lib/portal/connectors/document-name";
import { endingFor } from "@/lib/portal/connectors/readable-type";
import { matchesPattern } from "@/lib/portal/connectors/website/matches-pattern";
import { webAddress } from "@/lib/portal/connectors/website/web-address";

it("a pattern is what its letters and stars say", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 8 });
  fc.assert(
    fc.property(letters, letters, (pattern, text) => {
      const plain = text.replaceAll("*", "c");
      const expected = new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(plain);
      expect(matchesPattern(plain, pattern)).toBe(expected);
    }),
  );
});

it("a pattern of many stars takes no time", () => {
  expect(matchesPattern("a".repeat(2_000), `${"*a".repeat(99)}*b`)).toBe(false);
});

it.each([
  ["https://example.com", "https://example.com/"],
  ["HTTPS://Example.com:443/a/../b?utm_source=x&q=1#part", "https://example.com/b?q=1"],
  ["https://example.com/a;jsessionid=1?PHPSESSID=2", "https://example.com/a"],
  ["https://user:secret@example.com/", null],
  ["ftp://example.com/", null],
  ["javascript:alert(1)", null],
  [`https://example.com/${"a".repeat(2_000)}`, null],
])("%s is known as %s", (text, address) => {
  expect(webAddress(text)).toBe(address);
});

it.each([
  ["https://example.com/", "html", "example.com/index.html"],
  ["https://example.com/docs/", "html", "example.com/docs/index.html"],
  ["https://example.com/docs/leave%20days", "html", "example.com/docs/leave days.html"],
  ["https://example.com/guide.pdf", "", "example.com/guide.pdf"],
  ["https://example.com/a.php?id=7&lang=en", "html", "example.com/a.php (id=7, lang=en).html"],
])("%s is shown as a document by a name", (address, ending, name) => {
  expect(nameOfPage(address, ending)).toBe(name);
});

it("names of long addresses are short and differ", () => {
  const long = (last: string) => nameOfPage(`https://example.com/${"a".repeat(900)}${last}`, "html");
  expect(long("1").length).toBeLessThanOrEqual(310);
  expect(long("1")).not.toBe(long("2"));
  expect(markedName("a/b.pdf", "x")).toMatch(/^a\/b ~[0-9a-f]{8}\.pdf$/);
});

it.each([
  ["text/html; charset=utf-8", "/a", "html"],
  ["text/html", "/a.html", ""],
  ["application/octet-stream", "/a.pdf", ""],
  ["application/octet-stream", "/a.exe", null],
  ["application/pdf", "/download", "pdf"],
  ["video/mp4", "/a.html", null],
  ["constructor", "/a", null],
  [undefined, "/a.md", ""],
])("%s at %s", (type, path, ending) => {
  expect(endingFor(type, path)).toBe(ending);
});
