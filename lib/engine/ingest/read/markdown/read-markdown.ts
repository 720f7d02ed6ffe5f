import { gfmFromMarkdown } from "mdast-util-gfm";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfm } from "micromark-extension-gfm";

import { cleanText } from "@/lib/engine/ingest/read/clean-text";
import { decodeText } from "@/lib/engine/ingest/read/decode-text";
import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import { splitFrontMatter } from "@/lib/engine/ingest/read/markdown/front-matter";
import { blocksOfMarkdown } from "@/lib/engine/ingest/read/markdown/markdown-blocks";
import { splitMarkdown } from "@/lib/engine/ingest/read/markdown/split-markdown";
import type { DraftBlock, Reader } from "@/lib/engine/ingest/read/reader";

/** Markdown with GitHub's extensions, as readable text: no marks, no addresses of links, no HTML, no front matter. */
export const readMarkdown: Reader = (bytes) => flowPages(blocksOf(cleanText(decodeText(bytes))));

function* blocksOf(text: string): Generator<DraftBlock> {
  const { title, body } = splitFrontMatter(text);
  let first = true;
  for (const piece of splitMarkdown(body)) {
    const tree = fromMarkdown(piece, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    // A static site shows the title of the front matter as the page's first heading.
    const titled = !first || tree.children.some((node) => node.type === "heading" && node.depth === 1);
    if (title !== undefined && !titled) yield { kind: "heading", level: 1, text: title };
    yield* blocksOfMarkdown(tree);
    first = false;
  }
}
