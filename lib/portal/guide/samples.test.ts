import { beforeEach, describe, expect, it } from "vitest";

import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { guideState } from "@/lib/portal/guide/guide-state";
import { SAMPLE_DOCUMENTS } from "@/lib/portal/guide/sample-set";
import { addSamples, removeSamples } from "@/lib/portal/guide/samples";
import { invite } from "@/lib/portal/members/invite";
import type { TenantScope } from "@/lib/portal/scope";
import { newEmail, newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

let scope: TenantScope;
beforeEach(async () => {
  scope = await ownerScope(await newTenant());
});

const names = async () => (await (await openVault(scope)).documents.list()).data.map(({ name }) => name).sort();
const done = async () => (await guideState(scope))?.steps.filter((step) => step.done).map(({ id }) => id);

describe("the sample set", () => {
  it("comes once, however often it is asked for, and goes whole", async () => {
    expect(await guideState(scope)).toMatchObject({ empty: true, samples: false });
    await addSamples(scope);
    await addSamples(scope);
    expect(await names()).toEqual(SAMPLE_DOCUMENTS.map(({ name }) => name).sort());
    const questions = await listGoldenQuestions(scope);
    expect(questions).toHaveLength(5);
    expect(questions.filter(({ expectsRefusal }) => expectsRefusal)).toHaveLength(1);
    expect(questions.filter(({ expectedDocument }) => expectedDocument !== null)).toHaveLength(4);
    expect(await guideState(scope)).toMatchObject({ empty: false, samples: true });
    await removeSamples(scope);
    expect([await names(), await listGoldenQuestions(scope)]).toEqual([[], []]);
    expect(await guideState(scope)).toMatchObject({ empty: true, samples: false });
  });

  it("leaves what is somebody's own", async () => {
    await addSamples(scope);
    const { documents } = await openVault(scope);
    await documents.upload({ name: "samples/holidays.md", body: new Blob(["# Our own holidays"]).stream() });
    await documents.upload({ name: "samples/mine.md", body: new Blob(["# Mine"]).stream() });
    await removeSamples(scope);
    expect(await names()).toEqual(["samples/holidays.md", "samples/mine.md"]);
  });
});

describe("the admin's guide", () => {
  it("follows what is there", async () => {
    expect(await done()).toEqual([]);
    await addSamples(scope);
    expect(await done()).toEqual(["questions"]);
    await invite(scope, { email: newEmail(), role: "reader" });
    expect(await done()).toEqual(["questions", "people"]);
  });
});
