/** Signals closer together than this are one wish: Ctrl-C reaches the launcher from the terminal and again through npm, in ms. */
const ONE_WISH_MS = 1_000;

/**
 * Calls back with 1, 2, … each time somebody wants the launcher to stop: by a signal, or because the process that started it is
 * gone. A terminal that was closed is no reason to fall over.
 */
export function onEachWish(callBack: (wish: number) => void): void {
  let wishes = 0;
  let last = -ONE_WISH_MS;
  const wish = () => {
    const now = performance.now();
    const isNew = now - last >= ONE_WISH_MS;
    last = now;
    if (isNew) callBack(++wishes);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, wish);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
