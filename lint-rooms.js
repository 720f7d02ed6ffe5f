/**
 * The house as lint rules: imports point down only (platform ← engine ← portal ← app), the portal's side reaches the
 * engine through the door alone, scopes are made by the makers alone. lib/launch/lint-rooms.test.ts plants violations.
 */

const room = (regex, message) => ({ regex, message });

const ABOVE_PLATFORM = room("^@/(lib/(engine|portal|launch)|app|components)(/|$)", "lib/platform knows no tenant and no document: it imports nothing from above.");
const ABOVE_ENGINE = room("^@/(lib/(portal|launch)|app|components)(/|$)", "lib/engine knows no user and no organisation: it imports from lib/platform only.");
const ABOVE_PORTAL = room("^@/(lib/launch|app|components)(/|$)", "lib/portal imports from lib/platform and the door only.");
const THE_DOOR = room("^@/lib/engine/(?!client$|contract$)", "The portal's side reaches documents through lib/engine/client.ts alone.");
const THE_DOOR_IN_TESTS = room("^@/lib/engine/(?!client$|contract$|testing/)", "The prover's test stands up a whole engine by lib/engine/testing, and nothing else of it.");
const ENGINE_CLIENT_PACKAGE = room("^@/lib/engine/generated", "The engine's Prisma client belongs to lib/engine/database.ts.");
const PORTAL_CLIENT_PACKAGE = room("^@/lib/portal/generated", "The portal's Prisma client belongs to lib/portal/database.ts.");
const PARENT_FOLDER = room("^\\.\\./", "Write imports across folders as @/….");
const SERVER_CODE = {
  regex: "^@/lib/(?!engine/contract$|platform/words/printed-lines$)",
  message: "Components import types from lib, the door's contract and how text is printed, and nothing that runs on the server.",
  allowTypeImports: true,
};
const ENGINE_MINT = { regex: "^@/lib/engine/scope$", importNames: ["mintProjectScope"], message: "Only a key, a job's row or the management key makes a ProjectScope." };
const PORTAL_MINT = { regex: "^@/lib/portal/scope$", importNames: ["mintOrganisationScope", "mintTenantScope"], message: "Only a session or a job's row makes a portal scope." };
const NEW_ORGANISATION = { regex: "^@/lib/portal/database$", importNames: ["withNewOrganisation"], message: "Only onboarding, accepting an invitation and the operator's desk work without a membership." };

const JOB_TRANSACTIONS = { regex: "^@/lib/portal/database$", importNames: ["withWorker", "withJob"], message: "Only lib/portal/jobs takes jobs." };

const forbid = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] },
});

/** ESLint flat-config entries; the last one that matches a file wins, so the exceptions stand behind the rules. */
export function importRules() {
  const engine = [ABOVE_ENGINE, PARENT_FOLDER];
  const portal = [ABOVE_PORTAL, PARENT_FOLDER];
  return [
    forbid(["lib/platform/**/*.{ts,tsx}"], [ABOVE_PLATFORM, PARENT_FOLDER]),
    forbid(["lib/engine/**/*.{ts,tsx}"], [...engine, ENGINE_CLIENT_PACKAGE, ENGINE_MINT]),
    forbid(["lib/engine/database.ts"], [...engine, ENGINE_MINT]),
    forbid(["lib/engine/{keys/from-key,ingest/from-job,projects/from-management,search/testing/project-of}.ts"], [...engine, ENGINE_CLIENT_PACKAGE]),
    forbid(["lib/portal/**/*.{ts,tsx}"], [...portal, THE_DOOR, PORTAL_CLIENT_PACKAGE, PORTAL_MINT, NEW_ORGANISATION, JOB_TRANSACTIONS]),
    forbid(["lib/portal/{onboarding,members,operators,operator-api}/**/*.ts"], [...portal, THE_DOOR, PORTAL_CLIENT_PACKAGE, PORTAL_MINT, JOB_TRANSACTIONS]),
    forbid(["lib/portal/jobs/**/*.ts"], [...portal, THE_DOOR, PORTAL_CLIENT_PACKAGE, PORTAL_MINT, NEW_ORGANISATION]),
    forbid(["lib/portal/jobs/from-job.ts"], [...portal, THE_DOOR, PORTAL_CLIENT_PACKAGE, NEW_ORGANISATION]),
    forbid(["lib/portal/{histories,isolation,transfer,leaving}/*.test.ts"], [...portal, THE_DOOR_IN_TESTS, PORTAL_CLIENT_PACKAGE, PORTAL_MINT, NEW_ORGANISATION, JOB_TRANSACTIONS]),
    forbid(["lib/portal/operator-api/create-customer-faults.test.ts"], [...portal, THE_DOOR_IN_TESTS, PORTAL_CLIENT_PACKAGE, PORTAL_MINT, JOB_TRANSACTIONS]),
    forbid(["lib/portal/database.ts"], [...portal, THE_DOOR, PORTAL_MINT]),
    forbid(["lib/portal/sessions/from-session.ts"], [...portal, THE_DOOR, PORTAL_CLIENT_PACKAGE, NEW_ORGANISATION, JOB_TRANSACTIONS]),
    forbid(["lib/portal/engine-door.ts"], [...portal, PORTAL_CLIENT_PACKAGE, PORTAL_MINT, NEW_ORGANISATION, JOB_TRANSACTIONS]),
    forbid(["app/**/*.{ts,tsx}"], [THE_DOOR, PORTAL_CLIENT_PACKAGE, PORTAL_MINT, NEW_ORGANISATION, JOB_TRANSACTIONS]),
    forbid(["app/v1/**/*.ts", "app/api/{live,ready}/**/*.ts"], [ENGINE_CLIENT_PACKAGE, ENGINE_MINT, room("^@/lib/portal/", "The engine's routes know no portal.")]),
    forbid(["components/**/*.{ts,tsx}"], [SERVER_CODE, room("^@/app/", "Components are below the routes.")]),
  ];
}
