/** Where a person goes after signing in when the address asks for nothing else. */
export const HOME = "/";

const ANY_ORIGIN = "https://origin.invalid";

/**
 * The path to go to after signing in, out of an address's `next`: only a path of our own origin, in its canonical
 * form, and {@link HOME} for everything else (other hosts, `//host`, `/\host`, schemes, control characters).
 */
export function nextPath(asked: string | undefined): string {
  if (asked === undefined || !asked.startsWith("/") || !URL.canParse(asked, ANY_ORIGIN)) return HOME;
  const url = new URL(asked, ANY_ORIGIN);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === ANY_ORIGIN && !path.startsWith("//") ? path : HOME;
}

/** The sign-in page's address that leads back to a path of the portal. */
export function signInAddress(path: string): string {
  return `/sign-in?next=${encodeURIComponent(path)}`;
}
