/** One layer, switched off by replacing text of the sources as they are loaded, or by changing the run's own database. The working tree is never touched. */
export interface Mutation {
  name: string;
  /** What still stands behind it, or null: it is the authority itself, and its tests are what holds it. */
  behind: string | null;
  sources?: readonly { files: RegExp; from: string | RegExp; to: string }[];
  statement?: string;
  /** A look-up function with one condition taken out. */
  lookUp?: { name: string; without: string };
  /** The tests that look at this layer alone; at least one turns red. */
  tests: readonly string[];
}

/** Takes the explicit filters out of every statement of a room: of Prisma's by the client, of SQL by the text. */
const withoutFilters = (room: string, names: string, columns: string) => [
  { files: new RegExp(`^lib/${room}/(?!generated/|.*\\.test\\.ts$)`), from: new RegExp(`(?:\\w+\\.)?(?:${columns})_id = \\$\\{[\\w.]+\\}`, "g"), to: "TRUE" },
  {
    files: new RegExp(`^lib/${room}/database\\.ts$`),
    from: "\n  });\n  return processWide.",
    to: `
  }).$extends({ query: { $allModels: { $allOperations({ args, query }) {
    if (args?.where === undefined) return query(args);
    const { ${names}, ...where } = args.where;
    return query({ ...args, where });
  } } } });
  return processWide.`,
  },
];

/** The layers of the wall, in the order of a request. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: "page guard: the kill switch's page asks nobody who they are",
    behind: "the desk's own look-ups",
    sources: [{ files: /^app\/operator\/asking\/page\.tsx$/, from: 'await pageOperator("/operator/asking")', to: "{ operator: false }" }],
    tests: ["lib/launch/matrix/matrix.test.ts"],
  },
  {
    name: "route guard: every member may export the audit log",
    behind: "the membership",
    sources: [{ files: /^lib\/portal\/audit\/export-audit\.ts$/, from: 'permission: "audit.read"', to: 'permission: "documents.read"' }],
    tests: ["lib/launch/matrix/matrix.test.ts"],
  },
  {
    name: "scope check: roles are not asked for permissions",
    behind: "the membership",
    sources: [{ files: /^lib\/portal\/sessions\/from-session\.ts$/, from: "if (permission === undefined || scope.may(permission)) return scope;", to: "return scope;" }],
    tests: ["lib/launch/matrix/matrix.test.ts"],
  },
  {
    name: "scope check: an organisation in the address is taken at its word",
    behind: "row-level security",
    sources: [
      {
        files: /^lib\/portal\/sessions\/from-session\.ts$/,
        from: "const [row] = await lookUp(",
        to: "const [row = (await lookUp((tx) => tx.$queryRaw`SELECT id AS organisation_id, name AS organisation_name, 'owner' AS role FROM portal.organisation WHERE slug = ${slug}`))[0]] = await lookUp(",
      },
    ],
    tests: ["lib/launch/wall/without-row-security.test.ts"],
  },
  {
    name: "scope check: a project is found by its slug in whatever organisation",
    behind: "row-level security",
    sources: [
      { files: /^lib\/portal\/sessions\/from-session\.ts$/, from: "where: { organisationId: scope.organisation.id, slug: projectSlug, leavingAt: null }", to: 'where: { slug: projectSlug, leavingAt: null }, orderBy: { createdAt: "asc" }' },
    ],
    tests: ["lib/launch/wall/without-row-security.test.ts"],
  },
  {
    name: "key → project: a key that is not known is looked for by the part that is shown",
    behind: "row-level security",
    sources: [
      {
        files: /^lib\/engine\/keys\/from-key\.ts$/,
        from: "const [found] = await lookUp(",
        to: "const [found = (await lookUp((tx) => tx.$queryRaw`SELECT project_id, id AS key_id, 'development' AS environment, last_used_at FROM engine.api_key WHERE prefix = ${credential.slice(0, 14)}`))[0]] = await lookUp(",
      },
    ],
    tests: ["lib/launch/wall/without-row-security.test.ts"],
  },
  {
    name: "explicit project_id: in no statement of the engine",
    behind: "row-level security",
    sources: withoutFilters("engine", "projectId: _", "project"),
    tests: ["lib/engine/isolation/without-row-security.test.ts"],
  },
  {
    name: "explicit organisation_id and project_id: in no statement of the portal",
    behind: "row-level security",
    sources: withoutFilters("portal", "organisationId: _, projectId: __", "organisation|project"),
    tests: ["lib/portal/row-filter.test.ts"],
  },
  {
    name: "composite foreign keys: a row of the engine may be linked to another project's",
    behind: "the explicit filters and row-level security",
    statement: `DO $$ DECLARE k record; BEGIN
      FOR k IN SELECT conrelid::regclass AS room, conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'engine'::regnamespace AND cardinality(conkey) > 1 LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', k.room, k.conname);
      END LOOP; END $$`,
    tests: ["lib/launch/wall/cross-tenant-links.test.ts"],
  },
  {
    name: "statistics: a search counts the chunks of all projects",
    behind: "row-level security",
    lookUp: { name: "engine.find_passages", without: "WHERE d.project_id = project" },
    tests: ["lib/engine/isolation/without-row-security.test.ts"],
  },
  {
    name: "limits: all keys' requests count together",
    behind: "everything else: only the number of requests that are left could tell",
    sources: [{ files: /^lib\/engine\/http\/guards\.ts$/, from: "bucketOf: ({ keyId }) => keyId", to: 'bucketOf: () => "all"' }],
    tests: ["lib/engine/http/guards.test.ts"],
  },
  {
    name: "row-level security: the engine's login passes it by",
    behind: "the explicit filters",
    statement: "ALTER ROLE citadel_engine BYPASSRLS",
    tests: ["lib/engine/isolation/layers.test.ts"],
  },
  {
    name: "row-level security: the portal's login passes it by",
    behind: "the explicit filters",
    statement: "ALTER ROLE citadel_portal BYPASSRLS",
    tests: ["lib/portal/isolation.test.ts"],
  },
  {
    name: "vault: a sealed key opens in any row",
    behind: "the explicit filters, row-level security",
    sources: [{ files: /^lib\/portal\/vault\.ts$/, from: "return `project key of ${organisationId}/${projectId}`;", to: 'return "project key";' }],
    tests: ["lib/portal/vault.test.ts"],
  },
  {
    name: "data keys: a wrapped key opens under any project's name",
    behind: "the names of the blobs",
    sources: [{ files: /^lib\/platform\/crypto\/key-store\.ts$/, from: "return `data key of ${owner}`;", to: 'return "data key";' }],
    tests: ["lib/platform/crypto/crypto.test.ts"],
  },
  {
    name: "blobs: a segment opens in any blob",
    behind: "the project's data key",
    sources: [{ files: /^lib\/platform\/blobs\/segments\.ts$/, from: 'return `blob ${name} segment ${index}${isLast ? " last" : ""}`;', to: 'return `segment ${index}${isLast ? " last" : ""}`;' }],
    tests: ["lib/platform/blobs/sealed-blobs.test.ts"],
  },
  {
    name: "the key is the project: a project that a header names wins",
    behind: "row-level security, which takes the project from the key",
    sources: [
      {
        files: /^lib\/engine\/http\/guards\.ts$/,
        from: "authenticate: (request) => authenticateProject(readCredential(request.headers)),",
        to: 'authenticate: async (request) => { const key = await authenticateProject(readCredential(request.headers)); const named = request.headers.get("x-project-id"); return named === null ? key : { ...key, scope: { ...key.scope, projectId: named } }; },',
      },
    ],
    tests: ["lib/engine/http/guards.test.ts"],
  },
  {
    name: "entering by key: row-level security takes the project from the scope",
    behind: "the scope",
    sources: [{ files: /^lib\/engine\/database\.ts$/, from: "return keyHash === undefined ? ", to: 'return keyHash !== undefined || projectId !== "" ? ' }],
    tests: ["lib/engine/isolation/enter-by-key.test.ts"],
  },
  {
    name: "entering by session: row-level security takes the organisation from the scope",
    behind: "the scope",
    sources: [{ files: /^lib\/portal\/database\.ts$/, from: "if (actorId === null) return within({ organisationId: organisation.id }, work, options);", to: 'return within({ organisationId: organisation.id, personId: actorId ?? "" }, work, options);' }],
    tests: ["lib/portal/sessions/enter-by-session.test.ts"],
  },
  { name: "revocation: a revoked key is found", behind: "row-level security, which asks for the key again", lookUp: { name: "engine.find_key", without: "k.revoked_at IS NULL AND " }, tests: ["lib/engine/keys/keys.test.ts", "lib/portal/vault.test.ts"] },
  { name: "revocation: a session that was signed out is found", behind: "row-level security, which asks for the session again", lookUp: { name: "portal.find_session", without: "s.revoked_at IS NULL AND " }, tests: ["lib/portal/sessions/from-session.test.ts"] },
  { name: "membership: the look-up does not ask whose it is", behind: "row-level security, which asks for the membership again", lookUp: { name: "portal.find_membership", without: "m.person_id = member_person_id AND " }, tests: ["lib/portal/sessions/from-session.test.ts"] },
];
