import { env } from "@/lib/platform/env";
import { listSources } from "@/lib/portal/connectors/list-sources";
import type { Source } from "@/lib/portal/connectors/source";
import { syncSource } from "@/lib/portal/connectors/sync/sync-source";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** Lets this process's sources reach a test's server on this machine. */
export function allowHost(host: string): void {
  env().CONNECTOR_ALLOW_PRIVATE.push(host);
}

/** Does a source's sync as the worker would, and returns the source after it. */
export async function runSync(scope: TenantScope, id: string): Promise<Source> {
  await syncSource(scope, { subject: id, attempt: 1, signal: new AbortController().signal });
  const source = (await listSources(scope)).find((candidate) => candidate.id === id);
  if (source === undefined) throw new Error("The source is gone.");
  return source;
}

/** The names and versions of a project's documents. */
export async function documentsOf(scope: TenantScope): Promise<Record<string, number>> {
  const { data } = await (await openVault(scope)).documents.list({ limit: 200 });
  return Object.fromEntries(data.map(({ name, version }) => [name, version] as const).sort(([one], [other]) => one.localeCompare(other)));
}
