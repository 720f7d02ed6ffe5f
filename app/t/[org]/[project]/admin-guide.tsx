import "server-only";

import { dropSamples, trySamples } from "@/app/t/[org]/[project]/documents/(list)/actions";
import { Guide } from "@/components/guide/guide";
import { guideState } from "@/lib/portal/guide/guide-state";
import type { TenantScope } from "@/lib/portal/scope";

/** What an admin has still to do in a project; nothing for others, and nothing once all is done. */
export async function AdminGuide({ scope }: { scope: TenantScope }) {
  const state = scope.may("documents.write") ? await guideState(scope) : null;
  if (state === null) return null;
  const address = { org: scope.organisation.slug, project: scope.project.slug };
  return <Guide state={state} address={address} actions={{ add: trySamples.bind(null, address), remove: dropSamples.bind(null, address) }} />;
}
