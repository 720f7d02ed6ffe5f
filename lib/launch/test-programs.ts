/** Global setup of vitest: the bundles of what the product runs as processes and threads of their own. */
export { bundlePrograms as default } from "./build";
