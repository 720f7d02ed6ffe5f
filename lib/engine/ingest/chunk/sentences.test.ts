import fc from "fast-check";
import { expect, test } from "vitest";

import { LONGEST_SENTENCE, sentencesIn } from "@/lib/engine/ingest/chunk/sentences";

const sentences = (text: string) => sentencesIn(text, 0, text.length).map((span) => text.slice(span.start, span.end));

test.each([
  ["You get 25 days. They expire in March.", 2],
  ["Use public transport, e.g. Trains or buses, where you can.", 1],
  ["Dr. Meyer and Mr. Okafor sign it.", 1],
  ["See No. 5 and Fig. 3 for details. Then go on.", 2],
  ["The U.S. Government pays. We do not.", 2],
  ["We moved to the U.S. The office is new.", 2],
  ["It costs 3.5 million (approx. 4 per head). Really!", 2],
  ["Acme Inc. reported a loss. Its shares fell.", 2],
  ["J. R. Smith wrote it. Who else?", 2],
  ["Line one\nLine two", 2],
  ["Das gilt z.B. für Hotels. Mehr nicht.", 2],
])("%s", (text, count) => {
  expect(sentences(text)).toHaveLength(count);
});

test("sentences are trimmed, in order, and hold every word", () => {
  const piece = fc.constantFrom("Word", "e.g.", "No.", "5.", "U.S.", "end.", "Why?", "\n", "  ", "“Quote.”", "…", "3.14", "😀", "x".repeat(700));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join(" ");
      const spans = sentencesIn(text, 0, text.length);
      let end = 0;
      for (const span of spans) {
        expect(text.slice(end, span.start).trim()).toBe("");
        expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim());
        expect(span.end - span.start).toBeLessThanOrEqual(LONGEST_SENTENCE + 1);
        end = span.end;
      }
      expect(text.slice(end).trim()).toBe("");
    }),
    { numRuns: 300 },
  );
});
