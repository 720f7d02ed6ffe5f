import { describe, expect, it } from "vitest";

import { noticesOf } from "@/components/viewer/notices-of";

const READY = { status: "ready", error: null } as const;

describe("what is said above a document", () => {
  it("is nothing when all is as it was asked for", () => {
    expect(noticesOf({ document: READY, pageFound: true, passage: "found" })).toEqual([]);
    expect(noticesOf({ document: READY, pageFound: true, passage: "none" })).toEqual([]);
  });

  it("tells of a passage that has changed, with its page or without", () => {
    expect(noticesOf({ document: READY, pageFound: true, passage: "changed" })).toEqual(["This passage has changed since the answer; here is the page."]);
    expect(noticesOf({ document: READY, pageFound: false, passage: "changed" })).toEqual(["This passage has changed since the answer, and its page is gone; here is the beginning."]);
    expect(noticesOf({ document: READY, pageFound: false, passage: "none" })).toEqual(["This document has no such page; here is the beginning."]);
  });

  it("tells of a newer version that is on its way, or that could not be read", () => {
    expect(noticesOf({ document: { status: "indexing", error: null }, pageFound: true, passage: "none" })).toEqual([
      "A new version is being read. Until it is ready, you see the one before it.",
    ]);
    const error = { code: "encrypted", message: "Remove the password and upload it again." } as const;
    expect(noticesOf({ document: { status: "failed", error }, pageFound: true, passage: "none" })).toEqual([
      "The newest version could not be read, so you see the one before it. Remove the password and upload it again.",
    ]);
  });
});
