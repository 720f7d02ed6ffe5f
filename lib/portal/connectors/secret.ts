import "server-only";

import { seal, unseal } from "@/lib/platform/crypto/seal";
import { type BucketSecret, bucketSecret } from "@/lib/portal/connectors/source";

/** Whose credentials they are. */
export interface SourceOwner {
  organisationId: string;
  sourceId: string;
}

/** What a source's credentials are sealed for; for the exchange of the master key as well. */
export function sourceContext({ organisationId, sourceId }: SourceOwner): string {
  return `source credentials of ${organisationId}/${sourceId}`;
}

/** Seals credentials for their row in `portal.connector`. */
export function sealSecret(secret: BucketSecret, owner: SourceOwner): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(seal(Buffer.from(JSON.stringify(secret), "utf8"), sourceContext(owner)));
}

/** Opens a row's credentials. Throws CitadelError `internal` when they are another row's. */
export function openSecret(sealed: Uint8Array, owner: SourceOwner): BucketSecret {
  return bucketSecret.parse(JSON.parse(unseal(sealed, sourceContext(owner)).toString("utf8")));
}
