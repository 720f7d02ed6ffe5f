import "server-only";

import type { EngineAdmin, EngineClient } from "@/lib/engine/client";
import { inProcessAdmin, inProcessClient } from "@/lib/engine/in-process";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { readWaiting } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";
import { serveEngine } from "@/lib/engine/testing/serve";
import { required } from "@/lib/platform/env";

/** An engine that stands up for one test file: its door, its HTTP address, and its end. */
export interface WholeEngine {
  admin: EngineAdmin;
  /** Documents are read when they are listed; there is no worker. */
  client(key: string): EngineClient;
  url: string;
  /** Reads what waits in a project, as the worker would. */
  read(projectId: string): Promise<void>;
  stop(): Promise<void>;
}

/** Stands up an engine on the run's database. */
export async function wholeEngine(): Promise<WholeEngine> {
  const release = await holdQueue("shared");
  const server = await serveEngine();
  const admin = inProcessAdmin(required("MANAGEMENT_KEY"));
  let newest = "";
  return {
    admin: {
      ...admin,
      async createProject(input) {
        const project = await admin.createProject(input);
        newest = project.id;
        return project;
      },
    },
    client(key) {
      const client = inProcessClient(key);
      const list: typeof client.documents.list = async (query) => {
        await readWaiting(newest);
        return client.documents.list(query);
      };
      return { ...client, documents: { ...client.documents, list } };
    },
    url: server.url,
    read: readWaiting,
    async stop() {
      await server.close();
      stopReaders();
      await usesNoted();
      await release();
    },
  };
}
