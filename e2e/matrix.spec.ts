import { request as requests } from "@playwright/test";

import { type Caller, CALLERS } from "../lib/launch/matrix/callers";
import { namesOfNothing } from "../lib/launch/matrix/nothing";
import { inWords, judged, type Outcome } from "../lib/launch/matrix/outcome";
import { MATRIX, type Row } from "../lib/launch/matrix/table";
import { expect, test } from "./fixtures";
import { castOf, type HttpCast } from "./matrix/cast";
import { knock, type Way, WAYS_TO_A_PAGE } from "./matrix/knock";

/** What reads over HTTP, and what wants a running server; everything else of the table is carried out by lib/launch/matrix/matrix.test.ts. */
const rows = Object.entries(MATRIX).filter(([key, { overHttp }]) => /^(PAGE|GET) /.test(key) || overHttp === true);
const MEMBERS: readonly Caller[] = ["owner", "reader", "ownKey"];

/** What an outcome tells of the tenant to someone outside of it. */
function leakIn({ marks }: HttpCast, { told }: Outcome, row: Row, caller: Caller): string {
  const provisions = ["operator", "managementKey", "operatorToken"].includes(caller) && row.answers[caller] === 200;
  const isForThem = MEMBERS.includes(caller) || row.byLink === true || provisions;
  return isForThem ? "" : marks.filter((mark) => told.includes(mark)).map((mark) => `, and tells “${mark}”`).join("");
}

test("every caller gets at every page and route what the matrix says, and no payload or prefetch tells more", async ({ server }) => {
  test.setTimeout(900_000);
  const request = await requests.newContext({ baseURL: server.url });
  const cast = await castOf(server, request);
  // What nobody outside is told is told to the tenant's own people, in each way: else its absence would show nothing.
  const waysThatTell = new Set<Way>();

  const seenBy = async (key: string, row: Row, caller: Caller, way: Way): Promise<string> => {
    const home = caller === "foreignAdminAtHome" ? cast.home : undefined;
    const at = (names: HttpCast["names"]) => knock(request, cast, { key, caller, names, query: row.query, way });
    const answer = row.answers[caller];
    const outcome = await at({ ...cast.names, ...home });
    const nowhere = answer === "absent" ? await at(namesOfNothing(cast.names, home)) : undefined;
    const leak = leakIn(cast, outcome, row, caller);
    if (caller === "owner" && cast.marks.some((mark) => outcome.told.includes(mark))) waysThatTell.add(way);
    if (way === "document") return judged(answer, outcome, nowhere) + leak;
    // A payload begins before its end is known: what it tells is compared, not its status.
    const differs = nowhere !== undefined && nowhere.told !== outcome.told ? "not the payload of what exists nowhere" : inWords(answer);
    return differs + leak;
  };

  for (const [key, row] of rows) {
    const expected = Object.fromEntries(CALLERS.map((caller) => [caller, inWords(row.answers[caller])]));
    const ways: readonly Way[] = key.startsWith("PAGE ") ? WAYS_TO_A_PAGE : ["document"];
    for (const way of ways) {
      const seen: Record<string, string> = {};
      for (const caller of CALLERS) seen[caller] = await seenBy(key, row, caller, way);
      expect.soft(seen, `${key} as ${way}`).toEqual(expected);
    }
  }
  expect([...waysThatTell]).toEqual(expect.arrayContaining(["document", "payload"]));
  await request.dispose();
});
