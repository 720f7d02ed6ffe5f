import type { EngineAdmin, EngineClient } from "@/lib/engine/client";

/** A request as any program could send it, past the door's types. */
export interface RawRequest {
  method: "GET" | "POST";
  /** With its query. */
  path: string;
  headers?: Record<string, string>;
  json?: unknown;
}

/** What a raw request was answered. */
export interface RawAnswer {
  status: number;
  text: string;
}

/** The engine under proof: provisioning, the door for a key, and its HTTP address. Nothing else of it is used, so that any engine can be proven. */
export interface ProofTarget {
  admin: EngineAdmin;
  client(key: string): EngineClient;
  raw(key: string, request: RawRequest): Promise<RawAnswer>;
}

/** Speaks HTTP to an engine at an address without a trailing slash. */
export function rawOver(baseUrl: string): ProofTarget["raw"] {
  return async (key, { method, path, headers = {}, json }) => {
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(json === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...body,
      redirect: "manual",
      signal: AbortSignal.timeout(RAW_PATIENCE_MS),
    });
    return { status: response.status, text: await response.text() };
  };
}

/** How long one raw request may take, in ms. */
const RAW_PATIENCE_MS = 30_000;
