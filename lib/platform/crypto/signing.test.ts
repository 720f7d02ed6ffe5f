import fc from "fast-check";
import { expect, it } from "vitest";

import { canonicalJson, type JsonValue } from "@/lib/platform/canonical-json";
import { isSignedBy, signingPublicKey, signJson } from "@/lib/platform/crypto/signing";

const OTHER = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

it("verifies what it signed, and nothing that was changed or signed by another key", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
      const payload: JsonValue = JSON.parse(JSON.stringify(value));
      const changed: JsonValue = JSON.parse(JSON.stringify(other));
      const signed = signJson(payload);
      expect(isSignedBy(signingPublicKey(), signed)).toBe(true);
      expect(isSignedBy(OTHER, signed)).toBe(false);
      if (canonicalJson(changed) !== canonicalJson(payload)) expect(isSignedBy(signingPublicKey(), { ...signed, payload: changed })).toBe(false);
    }),
    { numRuns: 100 },
  );
});

it("takes no key that is none", () => {
  expect(isSignedBy("short", signJson("x"))).toBe(false);
});
