import { build } from "esbuild";

/**
 * Bundles the reader process into one file. The build of the product and the tests call it; packages stay in node_modules.
 * `root` is the repository's folder, `outfile` where the bundle goes.
 */
export async function bundleReader(root: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [`${root}/lib/engine/ingest/read/reader-child.ts`],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    alias: { "@": root },
    logLevel: "warning",
  });
}
