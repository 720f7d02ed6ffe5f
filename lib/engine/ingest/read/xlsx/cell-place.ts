/** The last column a sheet can have, from 0. */
const LAST_COLUMN = 16_383;

/** Where a reference such as `BC12` points, both from 0; undefined for what is none. */
export function cellPlace(reference: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column > LAST_COLUMN ? undefined : { row: Number(digits) - 1, column };
}
