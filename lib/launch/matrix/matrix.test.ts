import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { getOpenApi } from "@/lib/engine/http/openapi";
import { requestCookie } from "@/lib/portal/testing/request-cookie";

import { doorOf } from "./address";
import { type Caller, CALLERS, type Names } from "./callers";
import { carriedOut } from "./carry-out";
import { type Cast, castOfMatrix } from "./cast";
import { discoveredDoors, hiddenActions, unusualDoors } from "./discovered";
import { namesOfNothing } from "./nothing";
import { inWords, judged, type Outcome } from "./outcome";
import { stateOf } from "./state";
import { MATRIX, type Row } from "./table";

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const doors = await discoveredDoors();
const rows = Object.entries(MATRIX);
const openApi = getOpenApi.handle(new Request("http://host/v1/openapi.json"));

describe("the matrix", () => {
  it("has a row for every page, route and server action, and no row without one", () => {
    expect(rows.map(([key]) => key).sort()).toEqual(doors.map(({ key }) => key).sort());
  });

  it("has a row for every operation of the OpenAPI file", async () => {
    const { paths }: { paths: Record<string, object> } = await (await openApi).json();
    const operations = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(operations.length).toBeGreaterThan(15);
    expect(operations.filter((operation) => !(operation in MATRIX))).toEqual([]);
  });

  it("sees every door: no action is hidden in another file, no picture or map is made by code", () => {
    expect(hiddenActions()).toEqual([]);
    expect(unusualDoors()).toEqual([]);
  });
});

describe("every caller at every door", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await castOfMatrix();
  }, 120_000);
  beforeEach(() => {
    requestCookie.token = undefined;
  });
  afterAll(() => cast.release());

  const knock = (key: string, row: Row, caller: Caller, names: Names) => {
    const file = doors.find((door) => door.key === key)?.file ?? "";
    return carriedOut({ key, file, credential: cast.credentials[caller], names, send: row.send?.(names), query: row.query });
  };

  /** What one caller gets, in words, and whether it tells of the tenant. */
  async function seenBy(key: string, row: Row, caller: Caller): Promise<string> {
    const home = caller === "foreignAdminAtHome" ? cast.home : undefined;
    const outcome = await knock(key, row, caller, { ...cast.names, ...home });
    const nowhere = row.answers[caller] === "absent" ? await knock(key, row, caller, namesOfNothing(cast.names, home)) : undefined;
    return judged(row.answers[caller], outcome, nowhere) + leakIn(outcome, row, caller);
  }

  function leakIn({ told }: Outcome, { byLink }: Row, caller: Caller): string {
    if (byLink === true || caller === "owner" || caller === "reader" || caller === "ownKey") return "";
    return cast.marks.filter((mark) => told.includes(mark)).map((mark) => `, and tells “${mark}”`).join("");
  }

  it.each(rows.filter(([, { overHttp }]) => overHttp !== true))("%s", async (key, row) => {
    const expected = Object.fromEntries(CALLERS.map((caller) => [caller, inWords(row.answers[caller])]));
    const isEntitled = (caller: Caller) => typeof row.answers[caller] === "number" && row.answers[caller] < 300;
    const changes = doorOf(key).kind !== "GET" && doorOf(key).kind !== "PAGE";
    const before = changes ? await stateOf(cast.tenant) : undefined;
    const seen: Partial<Record<Caller, string>> = {};
    const outside = CALLERS.filter((caller) => !isEntitled(caller) || caller === "foreignAdminAtHome" || caller === "foreignKey");
    for (const caller of outside) seen[caller] = await seenBy(key, row, caller);
    if (changes) expect(await stateOf(cast.tenant)).toEqual(before);
    for (const caller of CALLERS) seen[caller] ??= await seenBy(key, row, caller);
    expect(seen).toEqual(expected);
  }, 120_000);
});
