import { required } from "@/lib/platform/env";
import type { Route } from "@/lib/platform/http/route-contract";

/** What a call of the operator API carries. */
export interface OperatorCall {
  /** Fills the path's `{id}`. */
  id?: string;
  query?: string;
  body?: unknown;
  idempotencyKey?: string;
  /** Instead of the operator token. */
  credential?: string;
}

/** Calls a route of the operator API as another system would. */
export function call(route: Route, { id = "", query = "", body, idempotencyKey, credential = required("OPERATOR_TOKEN") }: OperatorCall = {}): Promise<Response> {
  const headers = new Headers({ authorization: `Bearer ${credential}` });
  if (idempotencyKey !== undefined) headers.set("idempotency-key", idempotencyKey);
  if (body !== undefined) headers.set("content-type", "application/json");
  const { method, path } = route.contract;
  const request = new Request(`http://host${path.replace("{id}", id)}${query}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return route.handle(request);
}
