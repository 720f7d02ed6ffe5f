import { describe, expect, it } from "vitest";

import { factsLine, nameParts, progressWords, typeWord } from "@/components/documents/document-words";
import { pollDelay } from "@/components/documents/poll-delay";
import { failureOf } from "@/components/documents/request-failure";
import { statusNews } from "@/components/documents/status-news";
import { documentOf } from "@/components/documents/testing";
import { filterQuery } from "@/components/documents/filter-address";

describe("a document's words", () => {
  it.each([
    [{ stage: "queued", done: 0, total: 0 }, ""],
    [{ stage: "scanning", done: 0, total: 0 }, ""],
    [{ stage: "extracting", done: 1_200, total: 0 }, "page 1,200"],
    [{ stage: "extracting", done: 12, total: 40 }, "page 12 of 40"],
    [{ stage: "indexing", done: 64, total: 300 }, "chunk 64 of 300"],
    [{ stage: "indexing", done: 0, total: 300 }, "chunk 0 of 300"],
    [{ stage: "ready", done: 300, total: 300 }, ""],
  ] as const)("%j is shown as %j", (progress, words) => {
    expect(progressWords(documentOf({ id: "a", status: progress.stage, progress }))).toBe(words);
  });

  it("tell its type by what it holds, else by its name", () => {
    expect(typeWord({ contentType: "application/pdf", name: "a.txt" })).toBe("PDF");
    expect(typeWord({ contentType: "application/x-new", name: "plan.odt" })).toBe("ODT");
    expect(typeWord({ contentType: "application/x-new", name: "plan" })).toBe("File");
  });

  it("put the folders apart from the name", () => {
    expect(nameParts("hr/policies/leave.md")).toEqual({ folders: "hr / policies", file: "leave.md" });
    expect(nameParts("leave.md")).toEqual({ folders: "", file: "leave.md" });
  });

  it("fit into one line", () => {
    expect(factsLine(documentOf({ id: "a", bytes: 1_234_000, pageCount: 12, version: 3 }))).toBe("Markdown · 1.2 MB · 12 pages · version 3");
    expect(factsLine(documentOf({ id: "a", pageCount: 0 }))).toBe("Markdown · 1.0 kB");
  });
});

describe("what is read out", () => {
  const on = (id: string) => documentOf({ id, status: "indexing" });
  const failed = (id: string) => documentOf({ id, status: "failed" });

  it("is the end of a document's way, and nothing else", () => {
    expect(statusNews([on("a")], [documentOf({ id: "a" })])).toBe("a.md is ready.");
    expect(statusNews([on("a"), on("b"), on("c")], [documentOf({ id: "a" }), documentOf({ id: "b" }), failed("c")])).toBe("2 documents are ready. c.md could not be read.");
    expect(statusNews([documentOf({ id: "a", status: "queued" })], [on("a")])).toBe("");
    expect(statusNews([], [documentOf({ id: "a" })])).toBe("");
    expect(statusNews([documentOf({ id: "a" })], [documentOf({ id: "a" })])).toBe("");
  });
});

describe("a refused request", () => {
  const problem = { type: "urn:x", title: "X", status: 415, detail: "Files of this type cannot be read.", code: "unsupported_type", requestId: "req_1" };

  it("speaks in the engine's own sentence", () => {
    expect(failureOf(JSON.stringify(problem), null)).toMatchObject({ message: problem.detail, code: "unsupported_type", retryAfterSeconds: null });
    expect(failureOf(JSON.stringify({ ...problem, code: "rate_limited", status: 429 }), "10")).toMatchObject({ code: "rate_limited", retryAfterSeconds: 10 });
  });

  it("names the request when the fault is ours, and the field when one does not fit", () => {
    expect(failureOf(JSON.stringify({ ...problem, status: 500, code: "internal" }), null).message).toContain("req_1");
    const errors = [{ path: "name", message: "must be at most 500 characters" }];
    expect(failureOf(JSON.stringify({ ...problem, status: 422, errors }), null).message).toBe("The file or its name must be at most 500 characters.");
  });

  it.each(["", "<html>", "{}", "null"])("has a sentence for an answer that is no problem: %j", (body) => {
    expect(failureOf(body, null)).toMatchObject({ code: null, message: expect.stringMatching(/\.$/) });
  });
});

describe("the time between two readings", () => {
  it("grows while nothing moves and after failures, and has an end", () => {
    const quiet = [0, 1, 2, 5, 50].map((times) => pollDelay({ quiet: times, failures: 0 }));
    expect(quiet).toEqual([...quiet].sort((one, other) => one - other));
    expect([quiet[0], quiet.at(-1)]).toEqual([700, 8_000]);
    expect([1, 2, 50].map((failures) => pollDelay({ quiet: 0, failures }))).toEqual([3_000, 6_000, 60_000]);
  });
});

describe("the address of a filter", () => {
  it("holds what is filtered by", () => {
    expect(filterQuery({})).toBe("");
    expect(filterQuery({ name: "a&b", status: "failed" })).toBe("?name=a%26b&status=failed");
  });
});
