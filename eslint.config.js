import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

import { importRules } from "./lint-rooms.js";

const NO_ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Settings are read in lib/platform/env.ts only.",
};

export default tseslint.config(
  { ignores: ["node_modules/", ".next/", ".build/", ".data/", "**/generated/", "next-env.d.ts", "test-results/", "playwright-report/", "public/"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "react-hooks": reactHooks },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // A class with a private constructor is how scopes are made.
      "@typescript-eslint/no-extraneous-class": "off",
      "no-console": "error",
      "max-lines": ["error", { max: 300 }],
      "no-restricted-syntax": ["error", NO_ENVIRONMENT],
    },
  },
  ...importRules(),
  // The one place that reads the environment, and the launcher and tests that make it for their child processes.
  { files: ["lib/platform/env.ts", "lib/launch/**", "e2e/**", "*.config.ts", "evals/**", "bench/**"], rules: { "no-restricted-syntax": "off" } },
  // Playwright hands its fixtures over through a function called "use".
  { files: ["e2e/**"], rules: { "react-hooks/rules-of-hooks": "off" } },
  { files: ["lib/launch/**", "evals/**", "bench/**", "prisma/seed/**"], rules: { "no-console": "off" } },
);
