import "server-only";

import { getOpenApi } from "@/lib/engine/http/openapi";
import { ROUTES } from "@/lib/engine/http/routes";
import { matchPath } from "@/lib/platform/http/match-path";
import type { Method } from "@/lib/platform/http/route-contract";
import { nothingHere } from "@/lib/platform/http/route-handlers";
import { serve, type TestServer } from "@/lib/platform/http/testing/serve";

const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Answers a request with the route that it names, as the web server does. */
export async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const fits = [...ROUTES, getOpenApi].find(({ contract }) => contract.method === request.method && matchPath(contract.path, pathname) !== undefined);
  const method = METHODS.find((name) => name === request.method) ?? "GET";
  return (fits?.handle ?? nothingHere()[method])(request);
}

/** Starts an HTTP server of the engine's routes on a free port. */
export function serveEngine(): Promise<TestServer> {
  return serve(answer);
}
