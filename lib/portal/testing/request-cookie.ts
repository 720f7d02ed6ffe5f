/** The session token of the request that a test plays; the test file puts it in place of Next's cookies, which exist in a running server only. */
export const requestCookie: { token: string | undefined } = { token: undefined };

/** What Next's `cookies()` gives, as far as a session needs it. */
export function cookiesOfTest() {
  return Promise.resolve({ get: () => (requestCookie.token === undefined ? undefined : { value: requestCookie.token }) });
}
