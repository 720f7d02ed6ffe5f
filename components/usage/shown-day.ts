/** A day of usage as it is shown. Null: nothing to tell. */
export interface ShownDay {
  /** `2026-11-25` */
  day: string;
  questions: number;
  uncertain: number;
  refused: number;
  people: number;
  p50Ms: number | null;
  p95Ms: number | null;
  documents: number | null;
  bytes: number | null;
  pages: number | null;
  tokens: number | null;
}

/** A time of answering in words. */
export function formatMs(ms: number | null): string {
  if (ms === null) return "–";
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
