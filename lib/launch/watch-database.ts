import { isAlive } from "@/lib/platform/db/embedded/is-alive";

/** Between two looks whether it still runs, in ms. */
const LOOK_MS = 2_000;

/** Tells when the embedded server's process is gone by itself. Returns the end of watching. */
export function watchDatabase(pid: number, giveUp: (sentence: string) => void): () => void {
  const watch = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(watch);
    giveUp("The embedded PostgreSQL has ended. Start again; nothing that was saved is lost. Its last words stand in postgres.log under DATA_DIR.");
  }, LOOK_MS);
  return () => clearInterval(watch);
}
