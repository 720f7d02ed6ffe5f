import "server-only";

import type { EngineAdmin, EngineClient } from "@/lib/engine/client";
import { inProcessAdmin, inProcessClient } from "@/lib/engine/in-process";
import { httpAdmin } from "@/lib/engine/over-http/http-admin";
import { httpClient } from "@/lib/engine/over-http/http-client";
import { env, required } from "@/lib/platform/env";

/**
 * The composition root: the only file on the portal's side that knows which engine stands behind the door. With
 * ENGINE_URL it is another server, without it the one in this process; callers cannot tell.
 */
export function engineClient(key: string): EngineClient {
  const { ENGINE_URL } = env();
  return ENGINE_URL === undefined ? inProcessClient(key) : httpClient(ENGINE_URL, key);
}

/** Provisioning on the same engine as {@link engineClient}; it reads no content. */
export function engineAdmin(): EngineAdmin {
  const { ENGINE_URL } = env();
  return ENGINE_URL === undefined ? inProcessAdmin(required("MANAGEMENT_KEY")) : httpAdmin(ENGINE_URL, required("ENGINE_MANAGEMENT_KEY"));
}

/** Both sides of the door to any engine at an address, for the programs that are told one (the prover). `url` has no trailing slash. */
export function engineAt(url: string, managementKey: string): { admin: EngineAdmin; client: (key: string) => EngineClient } {
  return { admin: httpAdmin(url, managementKey), client: (key) => httpClient(url, key) };
}
