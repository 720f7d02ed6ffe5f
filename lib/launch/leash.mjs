// Loaded into the web process before anything else: when the launcher is gone, so is it. The channel does not keep it running.
process.on("disconnect", () => process.exit(0));
process.channel?.unref();
