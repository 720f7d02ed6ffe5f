import { isId } from "@/lib/engine/identifiers";
import { invalid } from "@/lib/platform/http/validated";
import type { IdPrefix } from "@/lib/platform/ids";

/** One page of a list, read with one row more than asked for, so that the end is known. */
export interface ListPage<Item> {
  data: Item[];
  nextCursor: string | null;
}

/** The page of the rows read (`limit + 1` of them where there are so many); its cursor names the last row on it. */
export function listPage<Row extends { id: string }, Item>(rows: readonly Row[], limit: number, show: (row: Row) => Item): ListPage<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(show),
    nextCursor: rows.length > limit && last !== undefined ? Buffer.from(last.id).toString("base64url") : null,
  };
}

/** The id behind a cursor of {@link listPage}. Throws CitadelError `validation_failed` for one that the server did not make. */
export function readCursor(prefix: IdPrefix, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Buffer.from(cursor, "base64url").toString();
  if (!isId(prefix, id)) throw invalid([{ path: "cursor", message: "must be the nextCursor of an earlier answer" }]);
  return id;
}
