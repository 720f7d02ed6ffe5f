import fc from "fast-check";
import { expect, it } from "vitest";

import { pieces } from "@/lib/engine/sessions/chat-stream";
import { emitting } from "@/lib/engine/sessions/emitting";

it("cuts an answer into pieces that add up to it", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "word", " ", "\n", "😀", "[1]", "\ud83d"), maxLength: 200 });
  fc.assert(
    fc.property(text, (answer) => {
      expect(pieces(answer).join("")).toBe(answer);
    }),
  );
  expect(pieces("The shed is locked at ten in the evening, every day of the week. [1]").length).toBeGreaterThan(2);
});

it("yields what work emits, in order, and returns its result", async () => {
  const generator = emitting<number, string>(async (emit) => {
    emit(1);
    await Promise.resolve();
    emit(2);
    emit(3);
    return "done";
  });
  const seen: IteratorResult<number, string>[] = [];
  for (let next = await generator.next(); ; next = await generator.next()) {
    seen.push(next);
    if (next.done === true) break;
  }
  expect(seen.map(({ value }) => value)).toEqual([1, 2, 3, "done"]);
});

it("throws what work throws, after what it emitted", async () => {
  const generator = emitting<number, never>((emit) => {
    emit(1);
    return Promise.reject(new Error("broken"));
  });
  expect((await generator.next()).value).toBe(1);
  await expect(generator.next()).rejects.toThrow("broken");
});
