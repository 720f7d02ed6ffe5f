/** A person of the demo: who they are, how they sign in, where they begin. */
export interface DemoPerson {
  name: string;
  email: string;
  password: string;
  role: string;
  /** A path of the portal. */
  address: string;
}

/** Makes the demo customers. */
export async function seedDemo(_options: { dataDir: string; say: (line: string) => void }): Promise<DemoPerson[]> {
  return Promise.resolve([]);
}
