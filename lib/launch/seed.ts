/** The seeding process: makes what its argument names with the restricted logins, and sends the people who may now sign in to the launcher. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { say } from "@/lib/launch/say";
import { closeEngineDatabase } from "@/lib/engine/database";
import { env, required } from "@/lib/platform/env";
import { closePortalDatabase } from "@/lib/portal/database";
import { firstOperator } from "@/lib/portal/operators/first-operator";
import type { DemoPerson } from "@/prisma/seed/people-file";
import { seedDemo } from "@/prisma/seed/seed-demo";

async function operator(): Promise<DemoPerson[]> {
  const email = required("OPERATOR_EMAIL");
  const company = env().OPERATOR_COMPANY;
  const password = keptPassword(join(env().DATA_DIR, "secrets", "OPERATOR_PASSWORD"));
  await firstOperator({ email, company, password });
  return [{ name: "Operator", email, password, role: `owner of ${company}, and operator`, address: "/operator" }];
}

/** Written before it is used: interrupted, the next start goes on with the same one. */
function keptPassword(path: string): string {
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(18).toString("base64url")}\n`, { mode: 0o600, flag: "wx", flush: true });
  return readFileSync(path, "utf8").trim();
}

const people = process.argv[2] === "operator" ? await operator() : await seedDemo({ dataDir: env().DATA_DIR, say });
await Promise.all([closePortalDatabase(), closeEngineDatabase()]);
process.send?.(people, () => process.exit(0));
