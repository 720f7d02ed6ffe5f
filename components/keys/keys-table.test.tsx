import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { originWords, stateWords } from "@/components/keys/key-words";
import { KeysTable } from "@/components/keys/keys-table";
import type { ListedKey } from "@/lib/portal/keys/list-keys";

const key = (change: Partial<ListedKey>): ListedKey => ({
  id: "key_1",
  prefix: "sk_live_abcdef",
  name: "Help desk",
  createdAt: "2026-11-24T08:00:00.000Z",
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  origin: "issued",
  state: "active",
  issuedBy: "Olga Owner",
  endsAt: null,
  ...change,
});

it("offers to revoke what opens the project, and never the portal's own key", () => {
  const keys = [key({}), key({ id: "key_2", origin: "portal" }), key({ id: "key_3", state: "revoked", revokedAt: "2026-11-24T09:00:00.000Z" }), key({ id: "key_4", origin: "unknown", name: null })];
  const shown = renderToStaticMarkup(<KeysTable keys={keys} revoke={() => Promise.resolve({ ok: true, value: undefined })} />);
  expect(shown.match(/aria-label="Revoke the key [^"]+"/g)).toEqual(['aria-label="Revoke the key Help desk"', 'aria-label="Revoke the key Unnamed"']);
  expect(shown).toContain("Not issued by this portal");
  expect(shown).not.toContain("key_");
  expect(renderToStaticMarkup(<KeysTable keys={keys} revoke={null} />)).not.toContain("Revoke the key");
});

it("says whose a key is and how long it lasts", () => {
  expect(originWords(key({}))).toBe("Issued by Olga Owner");
  expect(originWords(key({ origin: "unknown", state: "revoked" }))).toBe("Not in the log");
  expect(stateWords(key({}))).toBe("Until it is revoked");
  expect(stateWords(key({ endsAt: "2026-11-24T09:01:00.000Z" }))).toBe("Ends 24 Nov 2026, 09:01 UTC");
  expect(stateWords(key({ state: "expired", expiresAt: "2026-11-24T09:00:00.000Z" }))).toBe("Expired 24 Nov 2026, 09:00 UTC");
});
