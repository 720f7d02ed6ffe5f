import { type Caller, CALLERS } from "./callers";

/** A redirect to an address that holds this. */
export interface Redirect {
  to: string;
}

/**
 * What a caller gets: a status, for server actions that of the error's code; `absent`: a 404 that is to the letter the one for names that exist nowhere; or a
 * redirect. Of several alternatives each will do.
 */
export type Answer = number | "absent" | Redirect | readonly (number | Redirect)[];

/** The answers of one row. */
export type Answers = Readonly<Record<Caller, Answer>>;

/** To the sign-in page, and back from there. */
export const SIGN_IN: Redirect = { to: "/sign-in?next=" };

const all = (answer: Answer): Answers => {
  const rows = CALLERS.map((caller) => [caller, answer] as const);
  return { ...EVERYONE, ...Object.fromEntries(rows) };
};

const EVERYONE: Answers = {
  nobody: 401,
  stranger: 401,
  operator: 401,
  foreignAdmin: 401,
  foreignAdminAtHome: 401,
  reader: 401,
  removedMember: 401,
  expiredSession: 401,
  signedOut: 401,
  foreignKey: 401,
  revokedKey: 401,
  managementKey: 401,
  operatorToken: 401,
  ownKey: 401,
  owner: 401,
};

/** The same for everyone: nothing of any tenant is behind it. */
export const open = (answer: Answer): Answers => all(answer);

/** Engine routes of one project: its own key opens them, another project's key sees `foreign` there, and no session is a key. */
export const byKey = (own: number, foreign: Answer = "absent"): Answers => ({ ...EVERYONE, ownKey: own, foreignKey: foreign, managementKey: 403 });

/** Engine routes that provision. */
export const byManagement = (own: number): Answers => ({ ...EVERYONE, managementKey: own, foreignKey: 403, ownKey: 403 });

/** The operator API: its token opens it, and keys of the engine are told that they are of another kind. */
export const byOperatorToken = (own: number): Answers => ({ ...EVERYONE, operatorToken: own, foreignKey: 403, revokedKey: 403, managementKey: 403, ownKey: 403 });

/** What the members of the tenant get, and another tenant's owner who names this tenant's things at home. */
interface Members {
  owner: Answer;
  reader: Answer;
  atHome: Answer;
}

const FOREIGN: Partial<Answers> = { stranger: "absent", operator: "absent", foreignAdmin: "absent", removedMember: "absent" };

/** Routes and actions of the portal. */
export const byMembership = ({ owner, reader, atHome }: Members): Answers => ({ ...EVERYONE, ...FOREIGN, foreignAdminAtHome: atHome, reader, owner });

/** Pages of the portal: who has no session signs in first, and what a role may not see is absent. */
export const pageByMembership = ({ owner, reader, atHome }: Members): Answers => ({ ...all(SIGN_IN), ...FOREIGN, foreignAdminAtHome: atHome, reader, owner });

/** For the operator alone; for everyone else who is signed in there is nothing. */
export const byOperator = (own: Answer, unknown: Answer = 401): Answers => ({
  ...all(unknown),
  ...FOREIGN,
  foreignAdminAtHome: "absent",
  reader: "absent",
  owner: "absent",
  operator: own,
});

/** For whoever is signed in, whoever that is. */
export const bySession = (own: Answer, unknown: Answer): Answers => ({
  ...all(unknown),
  stranger: own,
  operator: own,
  foreignAdmin: own,
  foreignAdminAtHome: own,
  reader: own,
  removedMember: own,
  owner: own,
});
