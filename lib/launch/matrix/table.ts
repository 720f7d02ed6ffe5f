import { type Answers, byKey, byManagement, byMembership, byOperator, byOperatorToken, bySession, open, pageByMembership, SIGN_IN } from "./answers";
import type { Names } from "./callers";

/** One door: what each caller gets, and what is sent besides the address. */
export interface Row {
  answers: Answers;
  /** A JSON body, or `"file"` for an upload; for a server action its arguments. */
  send?: (names: Names) => unknown;
  /** Behind the address of a route. */
  query?: `?${string}`;
  /** The address holds a secret that opens the door to whoever has it. */
  byLink?: true;
  /** A library's own handler that wants a running server: carried out by e2e/matrix.spec.ts alone. */
  overHttp?: true;
}

const tenant = ({ org, project }: Names) => ({ org, project });
const organisation = ({ org }: Names) => ({ org });
const question = { question: "How long does the orbit of Jupiter take?", expectsRefusal: true };
const rule = { passPercent: 90, signatureDays: 90, onRegression: "warn", runOnChange: false, runEveryHours: null };
const source = { name: "Handbook", everyMinutes: null, settings: { kind: "website", start: "http://10.255.255.1/" } };
const newPerson = { name: "Somebody", password: "correct horse battery staple" };
const forAdmins = byMembership({ owner: 200, reader: 403, atHome: 200 });
const onForeignIds = byMembership({ owner: 200, reader: 403, atHome: "absent" });
const START = "/t/";

/**
 * Every door of the product × every caller, carried out by matrix.test.ts and e2e/matrix.spec.ts in this order: what removes something stands behind what needs it.
 * A door without a row, and a row without a door, fail the tests.
 */
export const MATRIX: Readonly<Record<string, Row>> = {
  // The engine: one project's documents and answers.
  "GET /v1/documents": { answers: byKey(200, 200) },
  "POST /v1/documents": { answers: byKey(202, 202), send: () => "file" },
  "GET /v1/documents/{id}": { answers: byKey(200) },
  "GET /v1/documents/{id}/content": { answers: byKey(200) },
  "GET /v1/documents/{id}/pages/{page}": { answers: byKey(200) },
  "POST /v1/documents/{id}/retry": { answers: byKey(409) },
  "POST /v1/search": { answers: byKey(200, 200), send: ({ document }) => ({ query: "heron", documentIds: [document] }) },
  "POST /v1/chat": { answers: byKey(200), send: ({ session }) => ({ question: "What does the heron say?", sessionId: session }) },
  "GET /v1/usage": { answers: byKey(200, 200), query: "?from=2026-01-01&until=2026-01-31" },
  "GET /v1/export": { answers: byKey(200, 200) },
  "DELETE /v1/sessions": { answers: byKey(200, 200), query: "?before=2000-01-01T00:00:00Z" },
  "PUT /v1/documents/{id}": { answers: byKey(202), send: () => "file" },
  // The engine: provisioning.
  "GET /v1/projects": { answers: byManagement(200) },
  "POST /v1/projects": { answers: byManagement(201), send: () => ({ name: "Another" }) },
  "GET /v1/projects/{id}": { answers: byManagement(200) },
  "PATCH /v1/projects/{id}": { answers: byManagement(200), send: () => ({ status: "active" }) },
  "GET /v1/projects/{id}/keys": { answers: byManagement(200) },
  "POST /v1/projects/{id}/keys": { answers: byManagement(201), send: () => ({}) },
  "DELETE /v1/projects/{id}/keys/{keyId}": { answers: byManagement(204) },
  "GET /v1/deletions/{id}": { answers: byManagement(200) },
  "GET /v1/indexing": { answers: byManagement(200) },
  // What is behind no wall.
  "GET /v1/openapi.json": { answers: open(200) },
  "GET /v1/{[...rest]}": { answers: open("absent") },
  "POST /v1/{[...rest]}": { answers: open("absent") },
  "PUT /v1/{[...rest]}": { answers: open("absent") },
  "PATCH /v1/{[...rest]}": { answers: open("absent") },
  "DELETE /v1/{[...rest]}": { answers: open("absent") },
  "GET /api/v1/openapi.json": { answers: open(200) },
  "GET /api/v1/{...rest}": { answers: open("absent") },
  "POST /api/v1/{...rest}": { answers: open("absent") },
  "PUT /api/v1/{...rest}": { answers: open("absent") },
  "PATCH /api/v1/{...rest}": { answers: open("absent") },
  "DELETE /api/v1/{...rest}": { answers: open("absent") },
  "GET /api/live": { answers: open(200) },
  "GET /api/ready": { answers: open([200, 503]) },
  "GET /api/signing-key": { answers: open(200) },
  "GET /pdfjs/{folder}/{file}": { answers: open(200) },
  "GET /api/auth/{...nextauth}": { answers: open(200), overHttp: true },
  "POST /api/auth/{...nextauth}": { answers: open({ to: "csrf=true" }), overHttp: true },
  "GET /api/audit": { answers: byOperator(200) },
  "GET /api/proof": { answers: bySession([200, 404], 401) },
  // The operator API.
  "GET /api/v1/customers": { answers: byOperatorToken(200) },
  "POST /api/v1/customers": { answers: byOperatorToken(201), send: () => ({ name: "Another customer", adminEmail: "owner@example.com", projects: [{ environment: "production" }] }) },
  "GET /api/v1/customers/{id}": { answers: byOperatorToken(200) },
  "PATCH /api/v1/customers/{id}": { answers: byOperatorToken(200), send: () => ({ name: "Another name" }) },
  "GET /api/v1/usage": { answers: byOperatorToken(200), query: "?month=2026-11" },
  "POST /api/v1/customers/{id}/resume": { answers: byOperatorToken(200) },
  // The portal's routes.
  "GET /t/{org}/api/audit": { answers: forAdmins },
  "GET /t/{org}/api/person": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), query: "?id=mem_0" },
  "GET /t/{org}/api/export": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), query: "?id=trf_0" },
  "GET /t/{org}/{project}/api/documents": { answers: byMembership({ owner: 200, reader: 200, atHome: 200 }) },
  // The owner's file is there already: the engine's own route has brought it.
  "POST /t/{org}/{project}/api/documents": { answers: byMembership({ owner: 200, reader: 403, atHome: 202 }), send: () => "file" },
  "GET /t/{org}/{project}/api/documents/{id}": { answers: byMembership({ owner: 200, reader: 200, atHome: "absent" }) },
  "GET /t/{org}/{project}/api/documents/{id}/content": { answers: byMembership({ owner: 200, reader: 200, atHome: "absent" }) },
  "GET /t/{org}/{project}/api/documents/{id}/pages/{page}": { answers: byMembership({ owner: 200, reader: 200, atHome: "absent" }) },
  "POST /t/{org}/{project}/api/documents/{id}/retry": { answers: byMembership({ owner: 409, reader: 403, atHome: "absent" }) },
  // Neither project is empty.
  "POST /t/{org}/{project}/api/import": { answers: byMembership({ owner: 409, reader: 403, atHome: 409 }) },
  "PUT /t/{org}/{project}/api/documents/{id}": { answers: byMembership({ owner: 202, reader: 403, atHome: "absent" }), send: () => "file" },
  "POST /t/{org}/{project}/api/chat": { answers: byMembership({ owner: 200, reader: 403, atHome: "absent" }), send: ({ session }) => ({ question: "And the heron?", sessionId: session }) },
  "GET /t/{org}/{project}/api/connectors": { answers: forAdmins },
  // The address of no source's webhook.
  "POST /api/hooks/{token}": { answers: open("absent") },
  "GET /t/{org}/{project}/api/golden/questions": { answers: forAdmins, query: "?format=json" },
  "GET /t/{org}/{project}/api/golden/runs/{run}": { answers: onForeignIds },
  "GET /t/{org}/{project}/api/golden/runs/{run}/report": { answers: onForeignIds, query: "?format=json" },
  // Pages.
  // A choice for the operator while some customer's consent holds, which another test may have given.
  "PAGE /": { answers: { ...bySession({ to: START }, { to: "/sign-in" }), stranger: 200, removedMember: 200, operator: [200, { to: "/operator" }], foreignAdmin: [200, { to: START }], foreignAdminAtHome: [200, { to: START }] } },
  "PAGE /sign-in": { answers: bySession({ to: "/" }, 200) },
  "PAGE /invite/{token}": { answers: open(200), byLink: true },
  "PAGE /security": { answers: open(200) },
  "PAGE /operator": { answers: byOperator(200, SIGN_IN) },
  "PAGE /operator/asking": { answers: byOperator(200, SIGN_IN) },
  "PAGE /operator/isolation": { answers: byOperator(200, SIGN_IN) },
  "PAGE /operator/leaving": { answers: byOperator(200, SIGN_IN) },
  "PAGE /operator/security": { answers: byOperator(200, SIGN_IN) },
  "PAGE /operator/usage": { answers: byOperator(200, SIGN_IN) },
  "PAGE /operator/new-customer": { answers: byOperator(200, SIGN_IN) },
  "PAGE /t/{org}": { answers: pageByMembership({ owner: { to: START }, reader: { to: START }, atHome: [200, { to: START }] }) },
  "PAGE /t/{org}/members": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/isolation": { answers: pageByMembership({ owner: 200, reader: 200, atHome: 200 }) },
  "PAGE /t/{org}/usage": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/data": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/audit": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/{project}": { answers: pageByMembership({ owner: { to: "/documents" }, reader: { to: "/chat" }, atHome: { to: "/documents" } }) },
  "PAGE /t/{org}/{project}/chat": { answers: pageByMembership({ owner: 200, reader: 200, atHome: 200 }) },
  "PAGE /t/{org}/{project}/documents": { answers: pageByMembership({ owner: 200, reader: 200, atHome: 200 }) },
  "PAGE /t/{org}/{project}/documents/{id}": { answers: pageByMembership({ owner: 200, reader: 200, atHome: "absent" }) },
  "PAGE /t/{org}/{project}/connectors": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/{project}/golden": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/{project}/golden/runs": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/{project}/golden/runs/{run}": { answers: pageByMembership({ owner: 200, reader: 404, atHome: "absent" }) },
  "PAGE /t/{org}/{project}/golden/suggestions": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/{project}/promote": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/{project}/gaps": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/{project}/conversations": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/{project}/conversations/{session}": { answers: pageByMembership({ owner: 200, reader: 404, atHome: "absent" }) },
  "PAGE /t/{org}/{project}/settings": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  "PAGE /t/{org}/{project}/keys": { answers: pageByMembership({ owner: 200, reader: 404, atHome: 200 }) },
  // Server actions.
  "ACTION /t/{org}/{project}/chat#saveAsExpected": { answers: forAdmins, send: (names) => [tenant(names), question] },
  // Nobody's answer: everyone rates their own alone.
  "ACTION /t/{org}/{project}/chat#rate": { answers: byMembership({ owner: 404, reader: 404, atHome: 404 }), send: (names) => [tenant(names), { messageId: "msg_0", vote: "up" }] },
  "ACTION /t/{org}/{project}/chat#findPerson": { answers: byMembership({ owner: 404, reader: 404, atHome: 404 }), send: (names) => [tenant(names), { messageId: "msg_0", documentId: null }] },
  "ACTION /t/{org}/{project}/documents/{id}#assignOwner": { answers: onForeignIds, send: (names) => [tenant(names), { id: names.document, ownerId: null }] },
  "ACTION /t/{org}/{project}/documents#trySamples": { answers: forAdmins, send: (names) => [tenant(names), null] },
  "ACTION /t/{org}/{project}/documents#dropSamples": { answers: forAdmins, send: (names) => [tenant(names), null] },
  "ACTION /t/{org}/{project}/golden#addQuestion": { answers: forAdmins, send: (names) => [tenant(names), question] },
  "ACTION /t/{org}/{project}/golden#acceptSuggestions": { answers: forAdmins, send: (names) => [tenant(names), { questions: [question] }] },
  "ACTION /t/{org}/{project}/golden#changeQuestion": { answers: onForeignIds, send: (names) => [tenant(names), { id: names.question, question }] },
  "ACTION /t/{org}/{project}/golden#runQuestion": { answers: onForeignIds, send: (names) => [tenant(names), { id: names.question }] },
  "ACTION /t/{org}/{project}/golden#overrule": { answers: onForeignIds, send: (names) => [tenant(names), { verdictId: names.verdict, reason: "It is wrong." }] },
  "ACTION /t/{org}/{project}/golden#takeBack": { answers: onForeignIds, send: (names) => [tenant(names), { verdictId: names.verdict }] },
  "ACTION /t/{org}/{project}/golden#cancelGoldenRun": { answers: onForeignIds, send: (names) => [tenant(names), { id: names.runId }] },
  "ACTION /t/{org}/{project}/golden#startGoldenRun": { answers: forAdmins, send: (names) => [tenant(names), null] },
  "ACTION /t/{org}/{project}/golden#importQuestionFile": { answers: forAdmins, send: (names) => [tenant(names), { text: "question,must_be_refused\nWho?,yes\n" }] },
  "ACTION /t/{org}/{project}/golden#changeGoldenRule": { answers: forAdmins, send: (names) => [tenant(names), rule] },
  // Refused to admins too: these questions have not passed.
  "ACTION /t/{org}/{project}/golden#signQuestions": { answers: byMembership({ owner: 409, reader: 403, atHome: 409 }), send: (names) => [tenant(names), null] },
  "ACTION /t/{org}/{project}/golden#switchAsking": { answers: forAdmins, send: (names) => [tenant(names), { enabled: false }] },
  "ACTION /t/{org}/{project}/golden#removeQuestion": { answers: onForeignIds, send: (names) => [tenant(names), { id: names.question }] },
  // A private address, so that no test reads a website.
  "ACTION /t/{org}/{project}/connectors#connectSource": { answers: forAdmins, send: (names) => [tenant(names), source] },
  "ACTION /t/{org}/{project}/connectors#editSource": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), send: (names) => [tenant(names), { id: "src_0", source }] },
  "ACTION /t/{org}/{project}/connectors#syncSourceNow": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), send: (names) => [tenant(names), { id: "src_0" }] },
  "ACTION /t/{org}/{project}/connectors#makeSourceHook": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), send: (names) => [tenant(names), { id: "src_0" }] },
  "ACTION /t/{org}/{project}/connectors#disconnectSource": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), send: (names) => [tenant(names), { id: "src_0", documents: "keep" }] },
  // From the project into itself, which is as absent as any other.
  "ACTION /t/{org}/{project}/promote#promoteFrom": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), send: (names) => [tenant(names), { to: names.project, documentIds: [names.document] }] },
  "ACTION /t/{org}/{project}/gaps#assign": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), send: (names) => [tenant(names), { id: "gap_0", ownerId: null }] },
  "ACTION /t/{org}/{project}/gaps#decide": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), send: (names) => [tenant(names), { id: "gap_0", status: "solved" }] },
  "ACTION /t/{org}/{project}/settings#changeCare": { answers: forAdmins, send: (names) => [tenant(names), { conversationDays: 90, staleDays: null, helpKind: "none", helpTarget: null }] },
  "ACTION /t/{org}/{project}/keys#issueProjectKey": { answers: forAdmins, send: (names) => [tenant(names), { name: "Help desk", days: 30 }] },
  "ACTION /t/{org}/{project}/keys#revokeProjectKey": { answers: onForeignIds, send: (names) => [tenant(names), { id: names.key }] },
  "ACTION /t/{org}/{project}/keys#rotateProjectKey": { answers: forAdmins, send: (names) => [tenant(names), { atOnce: false }] },
  "ACTION /t/{org}/members#inviteMember": { answers: forAdmins, send: (names) => [organisation(names), { email: "somebody@example.com", role: "reader" }] },
  "ACTION /t/{org}/members#withdrawInvitation": { answers: onForeignIds, send: (names) => [organisation(names), { id: names.invitation }] },
  "ACTION /t/{org}/members#endMembership": { answers: onForeignIds, send: (names) => [organisation(names), { id: names.membership }] },
  // For a time that nobody may choose: a consent that holds would open the rows below to the operator.
  "ACTION /t/{org}/members#letSupportIn": { answers: byMembership({ owner: 422, reader: 403, atHome: 422 }), send: (names) => [organisation(names), { hours: 2 }] },
  "ACTION /t/{org}/members#endSupport": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), send: (names) => [organisation(names), { id: "con_0" }] },
  // Nobody of that name, or the membership is gone already.
  "ACTION /t/{org}/members#eraseMembership": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), send: (names) => [organisation(names), { id: "mem_0" }] },
  "ACTION /operator/asking#stopProjectAsking": { answers: byOperator(200), send: ({ organisationId, projectId }) => [{ organisationId, projectId, stop: true }] },
  // The first to ask gets it; the foreign owner asks for their own.
  "ACTION /t/{org}/data#exportData": { answers: forAdmins, send: (names) => [organisation(names), { project: null }] },
  "ACTION /t/{org}/data#deleteData": { answers: byMembership({ owner: 422, reader: 403, atHome: 422 }), send: (names) => [organisation(names), { project: null, typedName: "Somebody else’s" }] },
  "ACTION /t/{org}/data#undoDeletion": { answers: byMembership({ owner: 404, reader: 403, atHome: 404 }), send: (names) => [organisation(names), { id: "del_0" }] },
  "ACTION /operator/leaving#changeStatus": { answers: byOperator(200), send: ({ organisationId }) => [{ id: organisationId, status: "active" }] },
  "ACTION /operator/leaving#deleteCustomer": { answers: byOperator(422), send: ({ organisationId }) => [{ id: organisationId, typedName: "Somebody else’s", graceDays: 30 }] },
  "ACTION /operator/leaving#undoCustomerDeletion": { answers: byOperator(409), send: ({ organisationId }) => [{ id: organisationId }] },
  "ACTION /operator/security#savePublicSecurityPage": { answers: byOperator([200, 409]), send: () => [{ text: "## Contact\n\nsecurity@example.com", version: 0 }] },
  "ACTION /operator/usage#changeLimits": {
    answers: byOperator(200),
    send: ({ organisationId }) => [{ organisationId, limits: { questions: null, documents: null, bytes: null, members: null } }],
  },
  "ACTION /operator/new-customer#createCustomer": {
    answers: byOperator(200),
    send: ({ token }) => [{ idempotencyKey: `customer ${token}`, name: "Another customer", adminEmail: "owner@example.com", projects: [{ environment: "production" }] }],
  },
  // The link of an invitation, in everyone's hands, was sent to the stranger, who has an account.
  "ACTION /invite/{token}#acceptAsNewPerson": { answers: open(409), send: ({ token }) => [token, newPerson], byLink: true },
  // What ends things, and makes the stranger a member.
  "DELETE /t/{org}/{project}/api/documents/{id}": { answers: byMembership({ owner: 204, reader: 403, atHome: "absent" }) },
  "DELETE /v1/documents/{id}": { answers: byKey(204) },
  "ACTION /invite/{token}#acceptAsSignedIn": { answers: { ...bySession(403, 401), stranger: 200 }, send: ({ token }) => [token], byLink: true },
  "DELETE /v1/projects/{id}": { answers: byManagement(202) },
  "POST /api/v1/customers/{id}/undo-deletion": { answers: byOperatorToken(409) },
  "GET /api/v1/deletions": { answers: byOperatorToken(200) },
  "GET /api/v1/deletions/{id}": { answers: byOperatorToken(404) },
  "POST /api/v1/customers/{id}/suspend": { answers: byOperatorToken(200) },
  "DELETE /api/v1/customers/{id}": { answers: byOperatorToken(202) },
};
