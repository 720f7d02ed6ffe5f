import "server-only";

import type { Permission, Role } from "@/lib/portal/roles";
import { may } from "@/lib/portal/roles";

/** Only this module holds the token, so that nothing else can construct a scope. */
const MINT = Symbol("portal scope");

/** Who is signed in: made from a session's row on every request (`lib/portal/sessions/from-session.ts`). */
export interface SignedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  /** Of the SaaS company's own team: the operator's desk, and no customer's content. */
  readonly operator: boolean;
}

/** Stands where a person would in a scope that was made from a job's row (`lib/portal/jobs/from-job.ts`): it names nobody. */
export const NOBODY: SignedIn = Object.freeze({ sessionId: "", personId: "", email: "", name: "Citadel", operator: false });

/** The facts a scope is made of. */
export interface OrganisationFacts {
  readonly person: SignedIn;
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string };
  readonly role: Role;
  /** Set where no membership opens this but the organisation's consent to the operator's support (`lib/portal/consent`). */
  readonly consent?: Consent | undefined;
}

/** Under which a person of the operator's team may read what is a customer's. */
export interface Consent {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly endsAt: string;
}

/** The project a tenant scope has selected, with the portal's own settings for it. */
export interface SelectedProject {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly environment: string;
  readonly productLine: string | null;
  readonly askingEnabled: boolean;
}

/**
 * The proof that a signed-in person belongs to an organisation, with the role they hold there, or that a job's row does.
 * Made by `lib/portal/sessions/from-session.ts` and `lib/portal/jobs/from-job.ts` alone; a slug in an address only selects
 * among the session's memberships.
 */
export class OrganisationScope {
  readonly person: SignedIn;
  readonly organisation: OrganisationFacts["organisation"];
  readonly role: Role;
  readonly consent: Consent | undefined;

  protected constructor(mint: typeof MINT, facts: OrganisationFacts) {
    if (mint !== MINT) throw new TypeError("A scope is made from a session or a job's row only.");
    this.person = facts.person;
    this.organisation = facts.organisation;
    this.role = facts.role;
    this.consent = facts.consent;
  }

  /** Who acts, for the rows that record it; null for work that the product does itself, from a job. */
  get actorId(): string | null {
    return this.person.personId === "" ? null : this.person.personId;
  }

  /** Whether the role has the permission. */
  may(permission: Permission): boolean {
    return may(this.role, permission);
  }

  /** For the two makers, through {@link mintOrganisationScope}. */
  static mint(mint: typeof MINT, facts: OrganisationFacts): OrganisationScope {
    return new OrganisationScope(mint, facts);
  }
}

/** An {@link OrganisationScope} narrowed to one of the organisation's projects: what the vault opens a key for. */
export class TenantScope extends OrganisationScope {
  readonly project: SelectedProject;

  private constructor(mint: typeof MINT, facts: OrganisationFacts, project: SelectedProject) {
    super(mint, facts);
    this.project = project;
  }

  /** For the two makers, through {@link mintTenantScope}. */
  static mintTenant(mint: typeof MINT, facts: OrganisationFacts, project: SelectedProject): TenantScope {
    return new TenantScope(mint, facts, project);
  }
}

/** Makes an organisation's scope. Importable by the two makers only (a lint rule with a test). */
export function mintOrganisationScope(facts: OrganisationFacts): OrganisationScope {
  return OrganisationScope.mint(MINT, facts);
}

/** Makes a project's scope. Importable by the two makers only (a lint rule with a test). */
export function mintTenantScope(facts: OrganisationFacts, project: SelectedProject): TenantScope {
  return TenantScope.mintTenant(MINT, facts, project);
}
