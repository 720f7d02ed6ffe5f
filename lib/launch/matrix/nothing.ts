import type { Names } from "./callers";

/** Names of the same form that exist nowhere; `home` keeps its own address. */
export function namesOfNothing(names: Names, home?: Pick<Names, "org" | "project">): Names {
  const changed = Object.entries(names).map(([name, value]) => [name, name === "run" ? "999999" : String(value).replace(/.{4}$/, "zzzz")]);
  return { ...names, ...Object.fromEntries(changed), ...(home ?? { org: "there-is-no-such", project: "production" }) };
}
