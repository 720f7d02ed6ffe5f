/** The project whose documents are asked, as addresses name it. */
export interface ProjectAddress {
  org: string;
  project: string;
}

/** The address of one of the project's pages or routes: `documents`, `golden`, `api/chat`. */
export function projectPath({ org, project }: ProjectAddress, within: string): string {
  return `/t/${encodeURIComponent(org)}/${encodeURIComponent(project)}/${within}`;
}
