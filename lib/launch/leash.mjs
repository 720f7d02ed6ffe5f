// Loaded into the web process before anything else: when the launcher is gone, so is it. Processes that Next.js starts in turn inherit this
// file, and belong to Next.js: they hold on to a channel of their own.
if (process.argv[1]?.endsWith("next/dist/bin/next")) {
  process.on("disconnect", () => process.exit(0));
  // The channel alone does not keep it running.
  process.channel?.unref();
}
