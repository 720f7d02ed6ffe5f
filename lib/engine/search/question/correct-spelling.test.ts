import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { BUILT_IN } from "@/lib/engine/search/model/index-model";
import { nearestTerm, rewritten, unknownWords } from "@/lib/engine/search/question/correct-spelling";
import { typingDistance } from "@/lib/engine/search/question/typing-distance";
import type { Passage } from "@/lib/engine/search/ranking/passage";

const letters = fc.string({ unit: fc.constantFrom(..."abcdefg"), minLength: 4, maxLength: 10 });

const passage = (text: string): Passage => ({ chunkId: "c", documentId: "d", documentName: "n", page: 1, start: 0, text, context: [], sentences: [], model: BUILT_IN, indexedAt: null });

describe("typingDistance", () => {
  it("is 0 for a word that begins with the stem, and 1 after one slip in it", () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(), (stem, ending, place) => {
        expect(typingDistance(stem + ending, stem)).toBe(0);
        const at = place % (stem.length - 1);
        const swapped = `${stem.slice(0, at)}${stem[at + 1] ?? ""}${stem[at] ?? ""}${stem.slice(at + 2)}`;
        expect(typingDistance(swapped, stem)).toBeLessThanOrEqual(1);
        expect(typingDistance(stem.slice(0, at) + stem.slice(at + 1), stem)).toBeLessThanOrEqual(1);
        expect(typingDistance(`${stem.slice(0, at)}x${stem.slice(at)}`, stem)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("counts every slip", () => {
    expect(typingDistance("immigartion", "immigr")).toBe(1);
    expect(typingDistance("reqiuered", "requir")).toBe(2);
    expect(typingDistance("holiday", "expens")).toBeGreaterThan(4);
  });
});

describe("unknownWords", () => {
  it("takes words of letters only that are neither in the project nor common", () => {
    const known = new Set(["harbour"]);
    const unknown = unknownWords("Is the harbour or the harbuor INV-2031 open on holiday, say?", (term) => !known.has(term), (word) => word === "holiday");
    expect(unknown).toEqual(["harbuor"]);
  });
});

describe("nearestTerm", () => {
  const known = [
    { term: "reimburs", chunks: 3 },
    { term: "reinforc", chunks: 90 },
    { term: "lanter", chunks: 2 },
    { term: "lander", chunks: 9 },
  ];

  it("takes the nearest, of equally near ones the more frequent, and none that is far", () => {
    expect(nearestTerm("reimbrusement", known)).toBe("reimburs");
    expect(nearestTerm("lanmer", known)).toBe("lander");
    expect(nearestTerm("orchard", known)).toBeUndefined();
  });
});

describe("rewritten", () => {
  it("spells a word as the passages do, and leaves alone what they do not have", () => {
    const passages = [passage("Reimbursements are paid on Friday. A reimbursement takes a day. Each reimbursement is checked.")];
    const corrections = [
      { word: "reimbrusement", term: "reimburs" },
      { word: "lantren", term: "lantern" },
    ];
    expect(rewritten("When is a Reimbrusement paid by lantren light?", corrections, passages)).toBe("When is a reimbursement paid by lantren light?");
  });
});
