import { fetch } from "undici";
import { afterEach, expect, it } from "vitest";

import { guardedAgent, type Resolve } from "@/lib/portal/connectors/net/guarded-agent";
import { isPublicAddress } from "@/lib/portal/connectors/net/public-address";
import { html, type WebSite, webSite } from "@/lib/portal/connectors/testing/web-site";

let site: WebSite | undefined;
afterEach(async () => {
  await site?.close();
  site = undefined;
});

async function tryTo(url: string, allowed: string[], resolve?: Resolve): Promise<string> {
  const agent = guardedAgent({ allowed, ...(resolve === undefined ? {} : { resolve }) });
  try {
    return String((await fetch(url, { dispatcher: agent })).status);
  } catch (thrown) {
    return thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause.name : String(thrown);
  } finally {
    await agent.destroy();
  }
}

const resolvesTo =
  (...addresses: string[]): Resolve =>
  (_, __, done) => {
    done(null, addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));
  };

it.each([
  "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.0.1", "198.18.0.1",
  "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1", "::127.0.0.1", "no address", "",
])("%s is not public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(["8.8.8.8", "93.184.216.34", "172.32.0.1", "2606:2800:220:1::1", "::ffff:8.8.8.8"])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it("connects to no private address, however it is written", async () => {
  site = await webSite(html("Inside", "Secret."));
  const port = site.host.split(":")[1] ?? "";
  for (const host of ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0"]) {
    expect([host, await tryTo(`http://${host}:${port}/`, [])]).toEqual([host, "ForbiddenAddressError"]);
  }
  expect(site.asked).toEqual([]);
});

it("looks at the address that it connects to, and at all that a name has", async () => {
  site = await webSite(html("Inside", "Secret."));
  const port = site.host.split(":")[1] ?? "";
  expect(await tryTo(`http://rebound.example:${port}/`, [], resolvesTo("127.0.0.1"))).toBe("ForbiddenAddressError");
  expect(await tryTo(`http://rebound.example:${port}/`, [], resolvesTo("93.184.216.34", "127.0.0.1"))).toBe("ForbiddenAddressError");
  expect(site.asked).toEqual([]);
});

it("reaches a private host that is allowed by name, and no other port of one that is allowed with its port", async () => {
  site = await webSite(html("Intranet", "Hello."));
  expect(await tryTo(site.url, [site.host])).toBe("200");
  expect(await tryTo(site.url, ["127.0.0.1"])).toBe("200");
  expect(await tryTo(site.url, ["127.0.0.1:1"])).toBe("ForbiddenAddressError");
});
