/** A project that can be switched to. */
export interface ProjectPlace {
  slug: string;
  name: string;
  environment: string;
}

/** Whose menu it is. */
export interface Account {
  name: string;
  email: string;
  /** Of the operator's team. */
  operator: boolean;
}

/** What the header of an organisation shows: all of it the session's own. */
export interface Frame {
  organisation: { slug: string; name: string };
  /** The organisations one may switch to, this one among them. */
  organisations: readonly { slug: string; name: string }[];
  projects: readonly ProjectPlace[];
  /** The paths of the places that the role may open. */
  open: { project: readonly string[]; organisation: readonly string[] };
  account: Account;
}
