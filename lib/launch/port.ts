import { createServer } from "node:net";

import { StartError } from "@/lib/launch/start-error";

/** Throws StartError when another program listens on the TCP port, or this one may not. */
export function assertPortIsFree(port: number): Promise<void> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", (error) => {
      const isForbidden = "code" in error && error.code === "EACCES";
      const reason = isForbidden ? `Port ${port} is for programs of the administrator.` : `Port ${port} is taken by another program.`;
      reject(new StartError(`${reason} Set PORT to a free one (PORT=3001 npm start).`));
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}
