import "server-only";

import { existingId } from "@/lib/engine/identifiers";
import type { ManagementProof } from "@/lib/engine/keys/management";
import { mintProjectScope, type ProjectScope } from "@/lib/engine/scope";

/** The scope of one named project for whoever holds the management key; it provisions and reads no content. Throws CitadelError `not_found` for what is no project id. */
export function fromManagement(_proof: ManagementProof, projectId: string): ProjectScope {
  return mintProjectScope(existingId("prj", projectId), "management");
}
