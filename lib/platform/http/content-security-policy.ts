/** What a page's policy depends on. */
export interface PolicyOptions {
  /** Of this response alone; the page's own scripts carry it. */
  nonce: string;
  /** `next dev` builds its modules by eval. */
  isDevelopment: boolean;
}

/**
 * The Content-Security-Policy of a page (W3C CSP Level 3): scripts by nonce only, everything else from our own origin, no frame around it and none in it.
 * `wasm-unsafe-eval` lets the PDF viewer's picture decoders run; inline style attributes are the PDF text layer's.
 */
export function contentSecurityPolicy({ nonce, isDevelopment }: PolicyOptions): string {
  const scripts = ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", "'wasm-unsafe-eval'", ...(isDevelopment ? ["'unsafe-eval'"] : [])];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** Headers every response of a page carries besides its policy. With TLS browsers are told to come by TLS only, for two years. */
export function pageHeaders(isSecure: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(isSecure ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
