import { describe, expect, it } from "vitest";

import { assertSameOrigin } from "@/lib/portal/http/same-origin";

const OWN = "https://portal.example";
const allowed = (method: "GET" | "POST" | "DELETE", headers: Record<string, string>) => () => assertSameOrigin(method, new Headers(headers), OWN);

describe("assertSameOrigin", () => {
  it.each<Record<string, string>>([{ "sec-fetch-site": "same-origin" }, { origin: OWN }])("lets our own pages change things (%j)", (headers) => {
    expect(allowed("POST", headers)).not.toThrow();
  });

  it.each<Record<string, string>>([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-site": "cross-site", origin: OWN },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${OWN}.evil.example` },
    {},
  ])("refuses everyone else (%j)", (headers) => {
    expect(allowed("DELETE", headers)).toThrow(expect.objectContaining({ code: "forbidden" }));
  });

  it("lets anyone read, which the session then decides", () => {
    expect(allowed("GET", { origin: "https://evil.example" })).not.toThrow();
  });
});
