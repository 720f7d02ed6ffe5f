import type { Box, TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

/** Turns the runs of a page that is printed sideways or upside down, so that its lines run from left to right. */
export function upright(runs: readonly TextRun[], width: number, height: number): { turned: TextRun[]; rotation: number } {
  const rotation = mainRotation(runs);
  if (rotation === 0) return { turned: [...runs], rotation };
  return { rotation, turned: runs.map((run) => ({ ...run, ...turn(run, (360 - rotation) % 360, width, height) })) };
}

/** The place of a box of the upright page on the page as it is, rounded to a hundredth of a point: `[x0, y0, x1, y1]`. */
export function turnBack(box: Box, rotation: number, width: number, height: number): [number, number, number, number] {
  const sideways = rotation % 180 !== 0;
  const { x0, y0, x1, y1 } = turn(box, rotation, sideways ? height : width, sideways ? width : height);
  const round = (value: number) => Math.round(value * 100) / 100;
  return [round(x0), round(y0), round(x1), round(y1)];
}

/** Turns a box clockwise with a page of the given size, by 0, 90, 180 or 270 degrees. */
function turn({ x0, y0, x1, y1 }: Box, degrees: number, width: number, height: number): Box {
  if (degrees === 90) return { x0: height - y1, y0: x0, x1: height - y0, y1: x1 };
  if (degrees === 180) return { x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 };
  if (degrees === 270) return { x0: y0, y0: width - x1, x1: y1, y1: width - x0 };
  return { x0, y0, x1, y1 };
}

/** The rotation of most of the page's characters. */
function mainRotation(runs: readonly TextRun[]): number {
  const characters = new Map<number, number>();
  for (const run of runs) characters.set(run.rotation, (characters.get(run.rotation) ?? 0) + run.text.length);
  return [...characters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}
