import "server-only";

import ipaddr from "ipaddr.js";

/**
 * Whether an IP address belongs to the public internet: not this machine, its network, a cloud's metadata service, or an address that carries another
 * one inside (IPv4 in IPv6, NAT64, 6to4, Teredo). What is no address is not public either.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` takes an IPv4-mapped IPv6 address for the IPv4 address that it is.
  return ipaddr.process(address).range() === "unicast";
}
