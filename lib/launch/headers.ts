/**
 * `npm run headers -- http://localhost:3000`: the security headers of each kind of answer that a server gives without a session. With `--cookie` (a browser's own,
 * as `name=value`) and any number of `--path` also those of pages and files that want one.
 */
import { parseArgs } from "node:util";

const KINDS: readonly (readonly [kind: string, path: string])[] = [
  ["page", "/sign-in"],
  ["public page", "/security"],
  ["page of an invitation", "/invite/nobodys"],
  ["page that wants a session", "/operator"],
  ["page that is not there", "/nothing"],
  ["page that is not there and looks like a file", "/nothing.html"],
  ["engine API", "/v1/documents"],
  ["operator API", "/api/v1/customers"],
  ["sign-in's cookies", "/api/auth/csrf"],
  ["health", "/api/live"],
  ["picture of ours", "/icon.svg"],
  ["part of the PDF viewer", "/pdfjs/wasm/openjpeg.wasm"],
];
const SHOWN = ["content-type", "content-disposition", "content-security-policy", "strict-transport-security", "x-frame-options", "x-content-type-options", "referrer-policy", "permissions-policy", "cross-origin-opener-policy", "cross-origin-resource-policy", "cache-control"];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { cookie: { type: "string" }, path: { type: "string", multiple: true, default: [] } } });
const [address = "http://localhost:3000"] = positionals;
await show("script", await firstScript());
for (const [kind, path] of KINDS) await show(kind, path);
for (const path of values.path) await show("with a session", path, values.cookie === undefined ? {} : { cookie: values.cookie });

async function show(kind: string, path: string, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(new URL(path, address), { redirect: "manual", headers });
  await response.arrayBuffer();
  process.stdout.write(`\n${kind}: GET ${path} → ${response.status}\n`);
  for (const name of SHOWN) {
    const value = response.headers.get(name);
    if (value !== null) process.stdout.write(`  ${name}: ${value.replaceAll(/'nonce-[^']+'/g, "'nonce-…'")}\n`);
  }
  for (const cookie of response.headers.getSetCookie()) process.stdout.write(`  set-cookie: ${cookie.replace(/=[^;]*/, "=…")}\n`);
}

/** The address of a script of the sign-in page. */
async function firstScript(): Promise<string> {
  const page = await (await fetch(new URL("/sign-in", address))).text();
  return /<script src="([^"]+)"/.exec(page)?.[1] ?? "/_next/static/";
}
