import { spawn } from "node:child_process";

/** Runs a bundled program to its end as the only thing this process still does: signals go through, its exit code is ours. */
export function runProgram(program: string, args: readonly string[]): void {
  const child = spawn(process.execPath, ["--enable-source-maps", program, ...args], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  // Whoever started this process is gone without a word: so is what this process started.
  process.on("disconnect", () => child.disconnect());
  child.on("exit", (code) => process.exit(code ?? 1));
}
