import "server-only";

/** The longest address that is asked for, in characters. */
export const MAX_ADDRESS = 1_800;

/** Parameters that name a visit or a campaign, not a page. */
const TRACKING = /^(utm_\w+|gclid|fbclid|mc_[ce]id|phpsessid|jsessionid|sid|session_?id)$/i;

/** An address in the one form under which its page is known, or null when it is none that can be asked for. */
export function webAddress(text: string, base?: string): string | null {
  const url = URL.parse(text.trim(), base);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:") || url.username !== "" || url.password !== "") return null;
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  if (url.search === "?" || url.searchParams.size === 0) url.search = "";
  url.pathname = url.pathname.replace(/;jsessionid=[^/]*/gi, "");
  return url.href.length > MAX_ADDRESS ? null : url.href;
}
