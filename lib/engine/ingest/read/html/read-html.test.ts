import { expect, test } from "vitest";

import { readShown } from "@/lib/engine/ingest/read/test-reading";

const read = (source: string | Buffer) => readShown(source, "html");

test("nothing that is not shown is read", async () => {
  const blocks = await read(
    '<html><head><title>t</title><style>p{}</style><script>x()</script></head><body><nav>Menu</nav><h1>Fees</h1><p>Shown <span style="display: none">not shown</span>text.</p>' +
      '<div hidden>secret</div><iframe src="http://example.org"></iframe><form><input value="typed"><button>Send</button></form><noscript>off</noscript><p>More words so that the menu is the smaller part.</p></body></html>',
  );
  expect(blocks).toEqual(["heading: Fees", "paragraph: Shown text.", "paragraph: More words so that the menu is the smaller part."]);
});

test("lists, definitions and nested lists are items with their lead-in", async () => {
  const blocks = await read("<p>You get:</p><ol><li>a laptop<ul><li>and a bag</li></ul></li><li><p>a phone</p></li></ol><dl><dt>SLA</dt><dd>99.9 %</dd></dl>");
  expect(blocks).toEqual([
    "paragraph: You get:",
    "list-item: 1. a laptop {You get:}",
    "list-item: - and a bag {You get: › a laptop}",
    "list-item: 2. a phone {You get:}",
    "list-item: - SLA: 99.9 %",
  ]);
});

test("tables: header cells, spans, captions and cells with line breaks", async () => {
  const blocks = await read(
    "<table><caption>Rates</caption><thead><tr><th>Country</th><th colspan=2>Rate</th></tr></thead><tr><td rowspan=2>Spain</td><td>hotel<br>a night</td><td>90</td></tr><tr><td>meals</td><td>40</td></tr></table>",
  );
  expect(blocks).toEqual(["paragraph: Rates", "table-row: Country | Rate", "table-row: Spain | hotel a night | 90 {Country | Rate}", "table-row: Spain | meals | 40 {Country | Rate}"]);
});

test("a list in a cell keeps its items apart", async () => {
  expect(await read("<table><tr><td>Perks <ul><li>a bicycle</li><li>lunch</li></ul></td><td>all</td></tr></table>")).toEqual(["table-row: Perks - a bicycle - lunch | all"]);
});

test("a declared encoding is used", async () => {
  expect(await read(Buffer.from('<meta charset="iso-8859-2"><p>\xb1\xe6</p>', "latin1"))).toEqual(["paragraph: ąć"]);
});

test("an article is told from what stands around it", async () => {
  const sentence = "The committee decided in its meeting that every member of the staff may take part in the programme, whatever the contract says. ";
  const article = `<article><h1>The programme</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(4)}</article>`;
  const blocks = await read(`<html><body><div class="sidebar menu">Home Contact</div>${article}<footer>Imprint</footer></body></html>`);
  expect(blocks[0]).toBe("heading: The programme");
  expect(blocks.filter((block) => block.includes("The committee decided"))).toHaveLength(4);
  expect(blocks.join()).not.toContain("Imprint");
});
