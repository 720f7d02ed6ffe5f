/** Which project's golden questions are shown. */
export interface GoldenAddress {
  org: string;
  project: string;
}

/** A page of a project's golden questions; `below` starts with a slash or is empty. */
export function goldenPath({ org, project }: GoldenAddress, below = ""): string {
  return `/t/${encodeURIComponent(org)}/${encodeURIComponent(project)}/golden${below}`;
}

/** A JSON or file route of a project's golden questions. */
export function goldenApi({ org, project }: GoldenAddress, below: string): string {
  return `/t/${encodeURIComponent(org)}/${encodeURIComponent(project)}/api/golden${below}`;
}
