import { expect, it } from "vitest";

import { askableDocuments } from "@/lib/portal/chat/askable-documents";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

const fileOf = (name: string, text: string) => ({ name, body: new Blob([text]).stream() });

it("tells what answers from what is on its way, for each customer apart", async () => {
  const [own, other] = [await ownerScope(await newTenant()), await ownerScope(await newTenant())];
  const { documents } = await openVault(own);
  const { document } = await documents.upload(fileOf("leave.md", "Everyone gets 15 days."));
  await documents.upload(fileOf("travel.md", "Book early."));
  expect(await askableDocuments(own)).toEqual({ names: [], onTheirWay: 2, lastIndexedAt: null });
  // A second version stands for a first one that answers until the second does.
  await documents.replace(document.id, fileOf("leave.md", "Everyone gets 20 days."));
  expect(await askableDocuments(own)).toEqual({ names: ["leave.md"], onTheirWay: 1, lastIndexedAt: null });
  expect(await askableDocuments(other)).toEqual({ names: [], onTheirWay: 0, lastIndexedAt: null });
});
