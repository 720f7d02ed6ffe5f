import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import type { SyncSummary } from "@/lib/portal/connectors/source";
import { ownerOf } from "@/lib/portal/connectors/sync/known-documents";
import type { TenantScope } from "@/lib/portal/scope";

/** The most addresses of one sync that are listed; all of them are counted. */
export const MOST_LISTED = 1_000;
const PROGRESS_MS = 700;

/** Counts what a sync does, tells its progress, and keeps what it left aside. */
export class SyncReport {
  readonly counts = { added: 0, changed: 0, removed: 0, unchanged: 0, skipped: 0 };
  readonly #skipped: { address: string; reason: string }[] = [];
  #told = 0;

  constructor(
    private readonly scope: TenantScope,
    private readonly connectorId: string,
  ) {}

  /** Notes an address that is left aside. */
  skip(address: string, reason: string): void {
    this.counts.skipped += 1;
    if (this.#skipped.length < MOST_LISTED) this.#skipped.push({ address: address.slice(0, 2_000), reason });
  }

  /** Writes how far it has come, at most so often that nobody pays for it. */
  async progress(done: number, total: number | null): Promise<void> {
    if (Date.now() - this.#told < PROGRESS_MS) return;
    this.#told = Date.now();
    const { organisationId } = ownerOf(this.scope, this.connectorId);
    await withOrganisation(this.scope, (tx) => tx.connector.updateMany({ where: { organisationId, id: this.connectorId }, data: { done, total } }));
  }

  /** Puts this sync's list in the place of the last one's. */
  async keepSkipped(): Promise<void> {
    const owner = ownerOf(this.scope, this.connectorId);
    await withOrganisation(this.scope, async (tx) => {
      await tx.connectorSkip.deleteMany({ where: owner });
      await tx.connectorSkip.createMany({ data: this.#skipped.map((skip, position) => ({ ...owner, ...skip, position })) });
    });
  }

  /** Whether any document came, changed or went. */
  get moved(): boolean {
    return this.counts.added + this.counts.changed + this.counts.removed > 0;
  }

  /** The whole of it. */
  summary(complete: boolean, note: string | null): SyncSummary {
    return { ...this.counts, complete, note };
  }
}
