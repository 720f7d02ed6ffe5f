import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { byKey } from "@/lib/launch/matrix/answers";
import { type Caller, CALLERS } from "@/lib/launch/matrix/callers";
import { carriedOut, type Credential } from "@/lib/launch/matrix/carry-out";
import { type Cast, castOfMatrix } from "@/lib/launch/matrix/cast";
import { discoveredDoors } from "@/lib/launch/matrix/discovered";
import type { Outcome } from "@/lib/launch/matrix/outcome";
import { stateOf } from "@/lib/launch/matrix/state";
import { MATRIX, type Row } from "@/lib/launch/matrix/table";

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

/** Who is no member of the tenant now, and holds no live key of it. */
const OUTSIDE = CALLERS.filter((caller) => !["reader", "ownKey", "owner"].includes(caller));
const rows = Object.entries(MATRIX).filter(([, { overHttp, byLink }]) => overHttp !== true && byLink !== true);
/** Asked without naming anything: another project's key gets an answer of its own. */
const QUESTIONS: readonly (readonly [string, unknown])[] = [
  ["POST /v1/search", { query: "Who keeps the seventh ledger?" }],
  ["POST /v1/chat", { question: "Which heron keeps the seventh ledger of Lower Quillon?" }],
];

let cast: Cast;
beforeAll(async () => {
  cast = await castOfMatrix();
}, 240_000);
afterAll(() => cast.release());

/** What a caller sees of the tenant that is not theirs: a mark of it in the answer, or a success where the table knows a refusal. */
function leakOf(key: string, row: Row, caller: Caller, { status, location, told }: Outcome): string[] {
  const marks = cast.marks.filter((mark) => told.includes(mark));
  const answer = row.answers[caller];
  const isRefused = answer === "absent" || (typeof answer === "number" && answer >= 400);
  const opened = isRefused && status < 300 && location === null ? ["opened"] : [];
  return [...opened, ...marks].map((leak) => `${caller}: ${key}: ${leak}`);
}

it("nobody outside the tenant sees or changes anything of it", async () => {
  const doors = await discoveredDoors();
  const leaks: string[] = [];
  const knock = async (key: string, row: Row, caller: Caller, send: unknown) => {
    const names = { ...cast.names, ...(caller === "foreignAdminAtHome" ? cast.home : {}) };
    const credential: Credential = cast.credentials[caller];
    const file = doors.find((door) => door.key === key)?.file ?? "";
    try {
      leaks.push(...leakOf(key, row, caller, await carriedOut({ key, file, credential, names, send: send ?? row.send?.(names), query: row.query })));
    } catch {
      // Whatever breaks with a layer gone tells nobody anything.
    }
  };
  const before = await stateOf(cast.tenant);
  for (const [key, row] of rows) for (const caller of OUTSIDE) if (!isOwnRight(row, caller)) await knock(key, row, caller, undefined);
  for (const [key, send] of QUESTIONS) for (const caller of OUTSIDE) await knock(key, { answers: byKey(200, 200) }, caller, send);
  expect(leaks, `leaks: ${leaks.length}, first: ${leaks[0]}.`).toEqual([]);
  expect(await stateOf(cast.tenant)).toEqual(before);
}, 300_000);

/** The operator, the operator token and the management key provision: what they are there for changes the tenant, and reads nothing of it. */
function isOwnRight(row: Row, caller: Caller): boolean {
  const answer = row.answers[caller];
  return ["operator", "managementKey", "operatorToken"].includes(caller) && typeof answer === "number" && answer < 300;
}
