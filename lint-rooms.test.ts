import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";

import { importRules } from "./lint-rooms.js";

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ["**/*.ts", "**/*.tsx"], languageOptions: { parser: tseslint.parser }, plugins: { "@typescript-eslint": tseslint.plugin } },
    ...importRules(),
  ],
});

/** The messages that lint has for one import statement in one file. */
async function complaints(filePath: string, statement: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${statement}\n`, { filePath });
  return (result?.messages ?? []).map((message) => message.message);
}

describe("the rooms as lint", () => {
  it.each([
    ["the platform knows no document", "lib/platform/planted.ts", 'import { chatInput } from "@/lib/engine/contract";'],
    ["the platform knows no tenant", "lib/platform/http/planted.ts", 'import { may } from "@/lib/portal/roles";'],
    ["the engine knows no person", "lib/engine/search/planted.ts", 'import { may } from "@/lib/portal/roles";'],
    ["the engine's tables belong to its database module", "lib/engine/search/planted.ts", 'import { PrismaClient } from "@/lib/engine/generated/client";'],
    ["no other engine file makes a scope", "lib/engine/search/planted.ts", 'import { mintProjectScope } from "@/lib/engine/scope";'],
    ["the portal goes through the door", "lib/portal/chat/planted.ts", 'import { searchProject } from "@/lib/engine/search/search-project";'],
    ["the portal cannot name the engine's tables", "lib/portal/chat/planted.ts", 'import { PrismaClient } from "@/lib/engine/generated/client";'],
    ["no other portal file makes a scope", "lib/portal/chat/planted.ts", 'import { mintTenantScope } from "@/lib/portal/scope";'],
    ["no feature works before a membership exists", "lib/portal/golden/planted.ts", 'import { withNewOrganisation } from "@/lib/portal/database";'],
    ["no feature makes a scope from a job", "lib/portal/jobs/planted.ts", 'import { mintTenantScope } from "@/lib/portal/scope";'],
    ["no feature takes jobs", "lib/portal/golden/planted.ts", 'import { withJob, type PortalTransaction } from "@/lib/portal/database";'],
    ["a page goes through the door", "app/t/[org]/planted.tsx", 'import { withProject } from "@/lib/engine/database";'],
    ["a page makes no scope", "app/t/[org]/planted.tsx", 'import { mintTenantScope } from "@/lib/portal/scope";'],
    ["the engine's routes know no portal", "app/v1/documents/planted.ts", 'import { openVault } from "@/lib/portal/vault";'],
    ["components run no server code", "components/chat/planted.tsx", 'import { openVault } from "@/lib/portal/vault";'],
    ["no import climbs out of its folder", "lib/engine/search/planted.ts", 'import { log } from "../../platform/log";'],
  ])("%s", async (_rule, file, statement) => {
    expect(await complaints(file, statement)).toHaveLength(1);
  });

  it.each([
    ["lib/engine/keys/from-key.ts", 'import { mintProjectScope } from "@/lib/engine/scope";'],
    ["lib/portal/sessions/from-session.ts", 'import { mintTenantScope } from "@/lib/portal/scope";'],
    ["lib/portal/jobs/from-job.ts", 'import { mintTenantScope } from "@/lib/portal/scope";'],
    ["lib/portal/jobs/planted.ts", 'import { withWorker } from "@/lib/portal/database";'],
    ["lib/portal/engine-door.ts", 'import { inProcessClient } from "@/lib/engine/in-process";'],
    ["lib/portal/chat/planted.ts", 'import type { EngineClient } from "@/lib/engine/client";'],
    ["components/chat/planted.tsx", 'import type { SelectedProject } from "@/lib/portal/scope";'],
    ["app/v1/documents/route.ts", 'import { listDocuments } from "@/lib/engine/http/documents";'],
  ])("lets %s do what it is for", async (file, statement) => {
    expect(await complaints(file, statement)).toEqual([]);
  });
});
