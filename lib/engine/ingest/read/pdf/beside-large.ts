import { boxAround, overlap, type TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

/** Text of at least this many times the size is large beside the other. */
const LARGER = 1.8;
/** Small rows beside one large run that make a block of their own. */
const FEWEST_ROWS = 2;

/** A block of small lines and the large text at its side, with what stands over and under both. */
export interface BesideLarge {
  above: TextRun[];
  left: TextRun[];
  right: TextRun[];
  below: TextRun[];
}

/**
 * The address block beside a letterhead's name, the captions beside a large figure: several small lines on the height of one
 * large one. Read row by row the large text would come between the small ones.
 */
export function besideLarge(runs: readonly TextRun[]): BesideLarge | undefined {
  for (const large of [...runs].sort((a, b) => b.size - a.size)) {
    const block = blockBeside(large, runs);
    if (block !== undefined) return block;
  }
  return undefined;
}

function blockBeside(large: TextRun, runs: readonly TextRun[]): BesideLarge | undefined {
  const small = runs.filter((run) => run.size * LARGER <= large.size);
  const beside = small.filter((run) => overlap(run.y0, run.y1, large.y0, large.y1) > 0.5 * (run.y1 - run.y0));
  const isLeft = beside.every((run) => run.x1 + large.size <= large.x0);
  const isRight = beside.every((run) => run.x0 - large.size >= large.x1);
  if (rowsOf(beside) < FEWEST_ROWS || isLeft === isRight) return undefined;
  const block = grown(beside, small);
  const largeRuns = runs.filter((run) => run.size * LARGER > large.size && overlap(run.y0, run.y1, large.y0, large.y1) > 0);
  const { y0, y1 } = boxAround([...block, ...largeRuns]);
  const rest = runs.filter((run) => !block.includes(run) && !largeRuns.includes(run));
  const [above, below] = [rest.filter((run) => run.y1 <= y0 + 1), rest.filter((run) => run.y0 >= y1 - 1)];
  if (above.length + below.length < rest.length) return undefined;
  return { above, left: isLeft ? block : largeRuns, right: isLeft ? largeRuns : block, below };
}

/** With the lines that go on over and under the block, each no farther away than it is high. */
function grown(block: readonly TextRun[], small: readonly TextRun[]): TextRun[] {
  const { x0, x1, y0, y1 } = boxAround(block);
  const all = small.filter((run) => {
    const height = run.y1 - run.y0;
    return block.includes(run) || (overlap(run.x0, run.x1, x0, x1) > 0 && run.y0 - y1 < height && y0 - run.y1 < height);
  });
  return all.length === block.length ? all : grown(all, small);
}

function rowsOf(runs: readonly TextRun[]): number {
  let rows = 0;
  let bottom = -Infinity;
  for (const run of [...runs].sort((a, b) => a.y0 - b.y0)) {
    if (run.y0 < bottom) continue;
    rows += 1;
    bottom = run.y1;
  }
  return rows;
}
