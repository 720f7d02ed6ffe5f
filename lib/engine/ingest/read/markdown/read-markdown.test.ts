import { expect, test } from "vitest";

import { readPages, readShown, shownBlocks } from "@/lib/engine/ingest/read/test-reading";

const read = (source: string) => readShown(source, "markdown");

test("the text reads without marks, addresses, HTML and front matter", async () => {
  const blocks = await read(
    '---\ntitle: "Paid leave"\nslug: leave\n---\nWe give **25 days**, see [the *rules*](https://example.org/rules).\nThey<br>hold ![a calendar](c.png) <b>always</b>.\n\n<!-- a note -->\n<script>alert(1)</script>\n\n```sh\nleave --days 25\n```\n',
  );
  expect(blocks).toEqual([
    "heading: Paid leave",
    "paragraph: We give 25 days, see the rules. They\nhold a calendar always.",
    "code: leave --days 25",
  ]);
});

test("items keep their marker, and what leads into them is their context", async () => {
  const pages = await readPages("# Perks\n\nWe offer:\n\n- a bicycle\n  - up to 800 euros\n- lunch\n\n3. third\n4. fourth\n", "markdown");
  expect(shownBlocks(pages)).toEqual([
    "heading: Perks",
    "paragraph: We offer:",
    "list-item: - a bicycle {We offer:}",
    "list-item: - up to 800 euros {We offer: › a bicycle}",
    "list-item: - lunch {We offer:}",
    "list-item: 3. third",
    "list-item: 4. fourth",
  ]);
  expect(pages[0]?.text).toContain("- a bicycle\n  - up to 800 euros\n- lunch");
});

test("rows of a table carry the names of their columns", async () => {
  const blocks = await read("| Plan | Price | Note |\n| --- | --- | --- |\n| Gold | 50 EUR | |\n");
  expect(blocks).toEqual(["table-row: Plan | Price | Note", "table-row: Gold | 50 EUR {Plan | Price}"]);
});

test("right-to-left text and NUL bytes come through", async () => {
  const blocks = await read("# سياسة السفر\n\nbefore\u0000after\n");
  expect(blocks).toEqual(["heading: سياسة السفر", "paragraph: beforeafter"]);
});

test("an empty file has no text", async () => {
  await expect(read("\n  \n<!-- nothing -->\n")).rejects.toMatchObject({ code: "no_text" });
});

test("a long text is parsed in pieces and loses nothing, wherever its definitions stand", async () => {
  const section = (index: number) => `## Section ${index}\n\nSee [the rule][rule] number ${index}.\n\n- an item\n\n\`\`\`\n# not a heading ${"x".repeat(80)}\n\`\`\`\n`;
  const blocks = await read(`${Array.from({ length: 1_500 }, (_, index) => section(index)).join("\n")}\n[rule]: https://example.org\n`);
  expect(blocks).toHaveLength(6_000);
  expect(blocks.slice(-4, -2)).toEqual(["heading: Section 1499", "paragraph: See the rule number 1499."]);
  expect(blocks.filter((block) => block.startsWith("code: # not"))).toHaveLength(1_500);
});
