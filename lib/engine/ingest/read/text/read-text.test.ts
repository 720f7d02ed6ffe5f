import { expect, test } from "vitest";

import { readShown } from "@/lib/engine/ingest/read/test-reading";

const read = (source: string) => readShown(source, "text");

test("wrapped lines become one paragraph, short lines stay lines", async () => {
  const wrapped = "The quick brown fox jumps over the lazy dog and then\nruns back to where it came from, which takes a while,\nand sleeps.";
  expect(await read(`${wrapped}\n\nMain Street 5\n12345 Town\n`)).toEqual([`paragraph: ${wrapped.replaceAll("\n", " ")}`, "paragraph: Main Street 5\n12345 Town"]);
});

test("items of a list and headings in capitals are told", async () => {
  expect(await read("TRAVEL POLICY\n\nWe pay for:\n- trains\n  and buses\n- hotels\n")).toEqual(["heading: TRAVEL POLICY", "paragraph: We pay for:", "list-item: - trains and buses {We pay for:}", "list-item: - hotels {We pay for:}"]);
});

test("spaces alone are no text", async () => {
  await expect(read(" \n\t\n ")).rejects.toMatchObject({ code: "no_text" });
});
