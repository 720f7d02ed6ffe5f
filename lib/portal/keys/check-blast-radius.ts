import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";
import type { TenantScope } from "@/lib/portal/scope";
import { openNeighbours, openVault } from "@/lib/portal/vault";

/** How many documents of each project are tried. */
const SAMPLE = 5;

/**
 * Tries a new key before anyone relies on it: it finds the scope's project's documents, no document that this project does not have, and
 * `not_found` for the documents of the organisation's other projects.
 *
 * @throws CitadelError `internal` when it opens less or more than this project
 */
export async function checkBlastRadius(scope: TenantScope, fresh: EngineClient): Promise<void> {
  const seen = await sampleOf(fresh);
  if (seen === undefined) throw wrongReach();
  const own = await openVault(scope);
  const mine = await sampleOf(own);
  // A project whose own key is dead is mended by a new one: then there is nothing to compare with.
  if (mine !== undefined) {
    await sameReach(own, fresh, mine);
    await sameReach(fresh, own, seen);
  }
  for (const neighbour of await openNeighbours(scope)) {
    for (const id of (await sampleOf(neighbour)) ?? []) if (await opens(fresh, id)) throw wrongReach();
  }
}

/** What one of the two finds the other must find as well, unless it was removed meanwhile. */
async function sameReach(one: EngineClient, other: EngineClient, ids: readonly string[]): Promise<void> {
  for (const id of ids) if (!(await opens(other, id)) && (await opens(one, id))) throw wrongReach();
}

/** Undefined when the key opens nothing at all. */
async function sampleOf(client: EngineClient): Promise<string[] | undefined> {
  try {
    return (await client.documents.list({ limit: SAMPLE })).data.map(({ id }) => id);
  } catch (thrown) {
    if (thrown instanceof CitadelError && thrown.code === "unauthorized") return undefined;
    throw thrown;
  }
}

async function opens(client: EngineClient, id: string): Promise<boolean> {
  try {
    return (await client.documents.get(id)).id === id;
  } catch (thrown) {
    if (thrown instanceof CitadelError && thrown.code === "not_found") return false;
    throw thrown;
  }
}

function wrongReach(): CitadelError {
  return new CitadelError("internal", "The new key does not open exactly this project, so it was revoked at once and nothing was changed. Tell your support before you try again.");
}
