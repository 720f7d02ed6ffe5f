import type { ChildProcess } from "node:child_process";

/** A signal to this process, or its starter's end, ends the child and then this process. Returns how to let go of the child. */
export function endWith(child: ChildProcess): () => void {
  const events = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"];
  const end = () => {
    child.once("exit", () => process.exit(1));
    child.kill("SIGTERM");
  };
  for (const event of events) process.on(event, end);
  return () => events.forEach((event) => process.off(event, end));
}
