import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { withNobody } from "@/lib/portal/database";
import { authenticate } from "@/lib/portal/sign-in/authenticate";
import { countAttempt, forgetAttempts, MOST_FAILURES, WINDOW_SECONDS } from "@/lib/portal/sign-in/throttle";
import { newEmail, newTenant, PASSWORD } from "@/lib/portal/testing/new-tenant";

const refused = expect.objectContaining({ code: "unauthorized" });
const throttled = expect.objectContaining({ code: "rate_limited" });
/** An address that no other test comes from: only its digest is ever used. */
const newAddress = () => `address ${randomUUID()}`;

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work().catch(() => undefined);
  return performance.now() - started;
}

describe("authenticate", () => {
  it("finds the person by address, in any case, and password", async () => {
    const { owner } = await newTenant();
    expect(await authenticate({ email: ` ${owner.email.toUpperCase()} `, password: PASSWORD }, newAddress())).toBe(owner.personId);
  });

  it("refuses a wrong password, an unknown address and nonsense with the same words", async () => {
    const { owner } = await newTenant();
    const tries = [
      { email: owner.email, password: "wrong password" },
      { email: newEmail(), password: PASSWORD },
      { email: "nonsense", password: PASSWORD },
      { email: owner.email },
      undefined,
    ];
    const answers = await Promise.allSettled(tries.map((given) => authenticate(given, newAddress())));
    for (const answer of answers) expect(answer).toEqual({ status: "rejected", reason: refused });
    expect(new Set(answers.map((answer) => answer.status === "rejected" && String(answer.reason))).size).toBe(1);
  });

  it("spends the time of a password check on unknown addresses as well", async () => {
    const { owner } = await newTenant();
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 5; round++) {
      known.push(await millisecondsOf(() => authenticate({ email: owner.email, password: "wrong password" }, newAddress())));
      unknown.push(await millisecondsOf(() => authenticate({ email: newEmail(), password: "wrong password" }, newAddress())));
    }
    expect(Math.max(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });

  it("is throttled for an account after many failures, even with the right password, and for an unknown one alike", async () => {
    const { owner } = await newTenant();
    for (const email of [owner.email, newEmail()]) {
      for (let n = 0; n < MOST_FAILURES.account; n++) await countAttempt(email, newAddress());
      await expect(authenticate({ email, password: PASSWORD }, newAddress())).rejects.toEqual(throttled);
    }
  });

  it("does not lock a person out of where they sign in from, however many fail in their name elsewhere", async () => {
    const { owner } = await newTenant();
    const home = newAddress();
    await authenticate({ email: owner.email, password: PASSWORD }, home);
    for (let n = 0; n < MOST_FAILURES.account; n++) await countAttempt(owner.email, newAddress());
    await expect(authenticate({ email: owner.email, password: PASSWORD }, newAddress())).rejects.toEqual(throttled);
    expect(await authenticate({ email: owner.email, password: PASSWORD }, home)).toBe(owner.personId);
  });

  it("does not lock a person out by a few failures of a stranger elsewhere", async () => {
    const { owner } = await newTenant();
    const elsewhere = newAddress();
    for (let n = 0; n < MOST_FAILURES.pair; n++) await countAttempt(owner.email, elsewhere);
    await expect(authenticate({ email: owner.email, password: PASSWORD }, elsewhere)).rejects.toEqual(throttled);
    expect(await authenticate({ email: owner.email, password: PASSWORD }, newAddress())).toBe(owner.personId);
  });

  it("forgets an account's failures from an address when it succeeds there", async () => {
    const { owner } = await newTenant();
    const address = newAddress();
    for (let n = 0; n < MOST_FAILURES.pair - 1; n++) await countAttempt(owner.email, address);
    await authenticate({ email: owner.email, password: PASSWORD }, address);
    await countAttempt(owner.email, address);
    expect(await authenticate({ email: owner.email, password: PASSWORD }, address)).toBe(owner.personId);
  });
});

describe("countAttempt", () => {
  it("throttles an address across accounts, and no other address", async () => {
    const address = newAddress();
    for (let n = 0; n < MOST_FAILURES.address; n++) await countAttempt(newEmail(), address);
    await expect(countAttempt(newEmail(), address)).rejects.toEqual(throttled);
    await countAttempt(newEmail(), newAddress());
  });

  it("lets no more through when many come at once", async () => {
    const [email, address] = [newEmail(), newAddress()];
    const tries = await Promise.allSettled(Array.from({ length: 3 * MOST_FAILURES.pair }, () => countAttempt(email, address)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(MOST_FAILURES.pair);
  });

  it("says how long to wait, and lets one through after that", async () => {
    const [email, address] = [newEmail(), newAddress()];
    const attempts = [];
    for (let n = 0; n < MOST_FAILURES.pair; n++) attempts.push(await countAttempt(email, address));
    const [first] = attempts;
    const aged = (seconds: number) =>
      withNobody((tx) => tx.signInAttempt.updateMany({ where: { id: first?.id ?? "" }, data: { createdAt: new Date(Date.now() - seconds * 1000) } }));
    await aged(WINDOW_SECONDS - 30);
    const error = await countAttempt(email, address).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "rate_limited", retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 30) });
    await aged(WINDOW_SECONDS + 1);
    await countAttempt(email, address);
    await expect(countAttempt(email, address)).rejects.toEqual(throttled);
  });

  it("takes back a success without the failures of others at the same address", async () => {
    const address = newAddress();
    for (let n = 0; n < MOST_FAILURES.address - 1; n++) await countAttempt(newEmail(), address);
    await forgetAttempts(await countAttempt(newEmail(), address));
    await countAttempt(newEmail(), address);
    await expect(countAttempt(newEmail(), address)).rejects.toEqual(throttled);
  });
});
