import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

import { z } from "zod";

const questionSchema = z.object({
  id: z.string(),
  project: z.string(),
  question: z.string(),
  /** Earlier questions of the session, oldest first. */
  history: z.array(z.string()).default([]),
  answer: z.union([z.string(), z.array(z.string())]).transform((answer) => [answer].flat().filter((text) => text !== "")),
  gold_docs: z.array(z.string()),
  gold_page: z.union([z.number(), z.array(z.number())]).nullish().transform((page) => (page == null ? [] : [page].flat())),
  /** Whether the gold page was checked; otherwise it may be one off. */
  page_verified: z.boolean().default(false),
  answerable: z.boolean(),
  /** About something that the documents do not touch at all. */
  off_topic: z.boolean().default(false),
});

/** One question of a set, with what a right answer holds and rests on. */
export type GoldQuestion = z.output<typeof questionSchema>;

/** Documents and questions that belong together: one project's worth. */
export interface QuestionSet {
  name: string;
  files: { name: string; path: string }[];
  questions: GoldQuestion[];
}

/**
 * Reads a set folder: `docs/` and `questions.jsonl`. Where there is a folder of documents for each project, every project
 * is a set of its own. Documents are named relative to the set's folder.
 */
export function readQuestionSets(folder: string): QuestionSet[] {
  const lines = readFileSync(join(folder, "questions.jsonl"), "utf8").split("\n").filter(Boolean);
  const questions = lines.map((line) => questionSchema.parse(JSON.parse(line)));
  const projects = [...new Set(questions.map((question) => question.project))];
  const apart = projects.length > 1 && projects.every((project) => existsSync(join(folder, "docs", project)));
  if (!apart) return [{ name: projects.join("+"), files: filesUnder(folder, join(folder, "docs")), questions }];
  return projects.map((project) => ({
    name: project,
    files: filesUnder(folder, join(folder, "docs", project)),
    questions: questions.filter((question) => question.project === project),
  }));
}

function filesUnder(folder: string, under: string): QuestionSet["files"] {
  return readdirSync(under, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path), path }));
}
