import { afterEach, beforeEach, expect, it } from "vitest";

import { addSource, changeSource } from "@/lib/portal/connectors/save-source";
import type { SourceInput } from "@/lib/portal/connectors/source";
import { type ObjectStore, objectStore, STORE_KEY } from "@/lib/portal/connectors/testing/object-store";
import { allowHost, documentsOf, runSync } from "@/lib/portal/connectors/testing/source-run";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

let store: ObjectStore;
let scope: TenantScope;

beforeEach(async () => {
  store = await objectStore();
  allowHost(new URL(store.endpoint).host);
  scope = await ownerScope(await newTenant());
});
afterEach(() => store.close());

type Bucket = Extract<SourceInput["settings"], { kind: "bucket" }>;
const input = (more: Partial<Bucket> = {}, secret: typeof STORE_KEY | null = STORE_KEY): SourceInput => ({
  name: "Papers",
  settings: { kind: "bucket", endpoint: store.endpoint, bucket: "papers", ...more },
  secret,
});

it("brings what lies below its prefix, only what changed the next time, and lets go of what is gone", async () => {
  for (const [key, body] of [["hr/leave days.md", "# Leave\n\nTwenty-five days."], ["hr/Müller & Söhne (1).txt", "A contract."], ["hr/film.mp4", "x"], ["hr/empty.md", ""], ["it/laptops.md", "# Laptops"]] as const) store.objects.set(key, body);
  const { id } = await addSource(scope, input({ prefix: "hr/" }));
  const first = await runSync(scope, id);
  expect([first.status, first.reason]).toEqual(["ready", null]);
  expect(first.summary).toMatchObject({ added: 2, skipped: 2, complete: true });
  expect(first.skipped).toEqual([
    { address: "hr/empty.md", reason: "It is empty." },
    { address: "hr/film.mp4", reason: "Files of this type are not read." },
  ]);
  expect(await documentsOf(scope)).toEqual({ "papers/hr/leave days.md": 1, "papers/hr/Müller & Söhne (1).txt": 1 });
  store.objects.set("hr/leave days.md", "# Leave\n\nThirty days.");
  store.objects.delete("hr/Müller & Söhne (1).txt");
  expect((await runSync(scope, id)).summary).toMatchObject({ added: 0, changed: 1, removed: 1, unchanged: 0 });
  expect(await documentsOf(scope)).toEqual({ "papers/hr/leave days.md": 2 });
  expect((await runSync(scope, id)).summary).toMatchObject({ changed: 0, removed: 0, unchanged: 1 });
});

it("is listed page by page", async () => {
  store.perPage = 2;
  for (let n = 0; n < 5; n++) store.objects.set(`p${n}.md`, `# ${n}`);
  const { id } = await addSource(scope, input());
  expect((await runSync(scope, id)).summary).toMatchObject({ added: 5, complete: true });
  expect(Object.keys(await documentsOf(scope))).toEqual([0, 1, 2, 3, 4].map((n) => `papers/p${n}.md`));
  await runSync(scope, id);
  expect(store.read).toHaveLength(5);
});

it.each([
  ["a wrong key", { bucket: "papers" }, { ...STORE_KEY, secret: "wrong" }, "refuses the key"],
  ["no such bucket", { bucket: "absent" }, STORE_KEY, "no such bucket"],
  ["an endpoint inside a private network", { endpoint: "http://10.0.0.1:9000" }, STORE_KEY, "private network"],
])("with %s says what to do and removes nothing", async (_, settings, secret, sentence) => {
  store.objects.set("a.md", "# A");
  const { id } = await addSource(scope, input());
  await runSync(scope, id);
  await changeSource(scope, id, input(settings, secret));
  const broken = await runSync(scope, id);
  expect(broken.status).toBe("broken");
  expect(broken.reason).toContain(sentence);
  expect(Object.keys(await documentsOf(scope))).toEqual(["papers/a.md"]);
});

it("keeps its credentials sealed, and hands them to no other endpoint", async () => {
  const { id } = await addSource(scope, input());
  const row = await withOrganisation(scope, (tx) => tx.connector.findFirstOrThrow({ where: { organisationId: scope.organisation.id, id } }));
  expect(Buffer.from(row.sealedSecret ?? []).includes(STORE_KEY.secret)).toBe(false);
  expect(JSON.stringify(row.settings)).not.toContain(STORE_KEY.keyId);
  await expect(changeSource(scope, id, input({ endpoint: "https://elsewhere.example" }, null))).rejects.toMatchObject({ code: "validation_failed" });
  await changeSource(scope, id, input({ prefix: "hr/" }, null));
  expect((await runSync(scope, id)).status).toBe("ready");
});
