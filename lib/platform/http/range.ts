/** A stretch of bytes, end exclusive. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * What a Range header asks of `total` bytes (RFC 9110, 14.2): one range, or `unsatisfiable`, or undefined for everything.
 * Several ranges, other units and broken headers are answered with everything, as the standard allows.
 */
export function parseRange(header: string | null | undefined, total: number): ByteRange | "unsatisfiable" | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  const [, from = "", to = ""] = match ?? [];
  if (match === null || (from === "" && to === "")) return undefined;
  if (from === "") return within(Math.max(0, total - Number(to)), total, total);
  const end = to === "" ? total : Math.min(total, Number(to) + 1);
  if (to !== "" && Number(to) < Number(from)) return undefined;
  return within(Number(from), end, total);
}

function within(start: number, end: number, total: number): ByteRange | "unsatisfiable" {
  return start < total && start < end ? { start, end } : "unsatisfiable";
}
