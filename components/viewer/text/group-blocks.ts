import type { PageBlock } from "@/lib/engine/contract";

/** What a page is shown as: headings with their place in the outline, lists, tables, and everything else by itself. */
export type BlockGroup =
  | { kind: "heading"; rank: HeadingRank; block: PageBlock }
  | { kind: "list"; items: PageBlock[] }
  | { kind: "table"; rows: PageBlock[] }
  | { kind: "code" | "paragraph"; block: PageBlock };

/** Of headings on the viewer's page, whose own title is 1. */
export type HeadingRank = 2 | 3 | 4 | 5 | 6;

/**
 * A page's blocks in order, with items of one list and rows of one table together. A heading goes at most one step deeper than the
 * one before it, whatever the document says, so that the outline has no holes.
 */
export function groupBlocks(blocks: readonly PageBlock[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  let deepest = 1;
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === "list-item" && last?.kind === "list") last.items.push(block);
    else if (block.kind === "list-item") groups.push({ kind: "list", items: [block] });
    else if (block.kind === "table-row" && last?.kind === "table") last.rows.push(block);
    else if (block.kind === "table-row") groups.push({ kind: "table", rows: [block] });
    else if (block.kind === "heading") {
      const rank = rankOf(Math.min((block.level ?? 1) + 1, deepest + 1));
      deepest = rank;
      groups.push({ kind: "heading", rank, block });
    } else groups.push({ kind: block.kind === "code" ? "code" : "paragraph", block });
  }
  return groups;
}

function rankOf(rank: number): HeadingRank {
  if (rank <= 2) return 2;
  if (rank === 3 || rank === 4 || rank === 5) return rank;
  return 6;
}
