/** The seeding process: makes the demo customers with the restricted logins and sends the people to the launcher. */
import { say } from "@/lib/launch/say";
import { closeEngineDatabase } from "@/lib/engine/database";
import { env } from "@/lib/platform/env";
import { closePortalDatabase } from "@/lib/portal/database";
import { seedDemo } from "@/prisma/seed/seed-demo";

const people = await seedDemo({ dataDir: env().DATA_DIR, say });
await Promise.all([closePortalDatabase(), closeEngineDatabase()]);
process.send?.(people, () => process.exit(0));
