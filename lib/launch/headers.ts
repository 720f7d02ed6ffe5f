/** `npm run headers -- http://localhost:3000`: the security headers of each kind of answer that a server gives without a session. */
const KINDS: readonly (readonly [kind: string, path: string])[] = [
  ["page", "/sign-in"],
  ["public page", "/security"],
  ["page that wants a session", "/operator"],
  ["engine API", "/v1/documents"],
  ["operator API", "/api/v1/customers"],
  ["health", "/api/live"],
  ["file of ours", "/icon.svg"],
];
const SHOWN = ["content-security-policy", "strict-transport-security", "x-frame-options", "x-content-type-options", "referrer-policy", "permissions-policy", "cross-origin-opener-policy", "cross-origin-resource-policy", "cache-control", "set-cookie"];

const [address = "http://localhost:3000"] = process.argv.slice(2);
for (const [kind, path] of KINDS) {
  const response = await fetch(new URL(path, address), { redirect: "manual" });
  await response.arrayBuffer();
  console.log(`\n${kind}: GET ${path} → ${response.status}`);
  for (const name of SHOWN) {
    const value = response.headers.get(name);
    if (value !== null) console.log(`  ${name}: ${value.replaceAll(/'nonce-[^']+'/g, "'nonce-…'")}`);
  }
}

export {};
