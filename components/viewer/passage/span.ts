/** A stretch of a page's text: UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What two stretches share; undefined when that is nothing. */
export function sharedSpan(a: Span, b: Span): Span | undefined {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : undefined;
}
