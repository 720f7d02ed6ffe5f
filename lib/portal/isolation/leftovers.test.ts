import { randomUUID } from "node:crypto";

import { expect, it } from "vitest";

import { engineAdmin } from "@/lib/portal/engine-door";
import { deleteLeftovers, DISPOSABLE } from "@/lib/portal/isolation/leftovers";

it("deletes what a killed run has left, once it is old enough, and nothing of anybody else", async () => {
  const admin = engineAdmin();
  // Under a name of this test's own: proofs that other tests are making at the moment are no leftovers.
  const begins = `${DISPOSABLE}left by ${randomUUID()} `;
  const left = await admin.createProject({ name: `${begins}1` });
  const customer = await admin.createProject({ name: "a customer's project" });
  await deleteLeftovers(admin, Date.now(), begins);
  expect((await admin.getProject(left.id)).status).toBe("active");
  expect(await deleteLeftovers(admin, Date.now() + 2 * 60 * 60 * 1000, begins)).toBe(1);
  expect((await admin.getProject(left.id)).status).toBe("deleting");
  expect((await admin.getProject(customer.id)).status).toBe("active");
});
