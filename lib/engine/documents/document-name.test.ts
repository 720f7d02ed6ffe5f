import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { documentName } from "@/lib/engine/documents/document-name";

describe("a shown name", () => {
  it.each([
    ["hr/leave.md", "hr/leave.md"],
    ["../../etc/passwd", "etc/passwd"],
    ["C:\\papers\\..\\a.pdf", "C:/papers/a.pdf"],
    ["/absolute//double/./x.txt", "absolute/double/x.txt"],
    ["a\u0000b\u202egnp.md\n", "abgnp.md"],
    [" trim / me .md ", "trim/me .md"],
    ["Cafe\u0301.md", "Café.md"],
    ["notes...final.md", "notes...final.md"],
    ["👩‍💻.md", "👩‍💻.md"],
  ])("%j becomes %j", (given, name) => {
    expect(documentName(given)).toBe(name);
  });

  it.each(["", "   ", "..", "../../..", "\u0000\u200b", "x".repeat(501)])("%j is none", (given) => {
    expect(() => documentName(given)).toThrow(expect.objectContaining({ code: "validation_failed" }));
  });

  it("never leads out of a folder, and stays as it is once made", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("..", ".", "/", "\\", "a", " ", "\u0000", "\u202e", "é", "\ud800", "b.md"), { minLength: 1, maxLength: 12 }), (parts) => {
        let name: string;
        try {
          name = documentName(parts.join(""));
        } catch {
          return;
        }
        expect(name.split("/").some((segment) => /^\.*$/.test(segment))).toBe(false);
        expect(name).not.toMatch(/[\\\p{Cc}]/u);
        expect(documentName(name)).toBe(name);
      }),
    );
  });
});
