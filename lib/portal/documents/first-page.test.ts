import { describe, expect, it } from "vitest";

import { filterOf, firstPage } from "@/lib/portal/documents/first-page";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

describe("the documents page's address", () => {
  it.each([
    [{}, {}],
    [{ name: "leave", status: "ready" }, { name: "leave", status: "ready" }],
    [{ name: "", status: "" }, {}],
    [{ name: ["a", "b"], status: "gone", other: "x" }, {}],
    [{ name: "x".repeat(501) }, {}],
  ])("%j filters by %j", (address, filter) => {
    expect(filterOf(address)).toEqual(filter);
  });

  it("shows the documents that fit", async () => {
    const scope = await ownerScope(await newTenant());
    const client = await openVault(scope);
    for (const name of ["a/leave.md", "travel.md"]) await client.documents.upload({ name, body: new Blob([name]).stream() });
    expect((await firstPage(scope, { name: "leave" })).list?.data.map(({ name }) => name)).toEqual(["a/leave.md"]);
    expect((await firstPage(scope, { status: "failed" })).list?.data).toEqual([]);
  });
});
