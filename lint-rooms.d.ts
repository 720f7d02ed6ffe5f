import type { Linter } from "eslint";

/** ESLint flat-config entries that hold the import directions of the three rooms. */
export function importRules(): Linter.Config[];
