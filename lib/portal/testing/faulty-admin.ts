import type { EngineAdmin } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";

/** One failure of the engine: the n-th call of a method, before it does its work or after (the answer is lost). */
export interface Fault {
  method: "createProject" | "listKeys" | "issueKey";
  /** Counted from 1. */
  call: number;
  when: "before" | "after";
}

/** A call that gets no answer. */
export function unreachable(): Promise<never> {
  return Promise.reject(new CitadelError("engine_unreachable", "The document engine does not answer. Try again in a moment."));
}

/** The engine's provisioning with one failure; every other call goes through. */
export function faultyAdmin(admin: EngineAdmin, fault: Fault): EngineAdmin {
  let calls = 0;
  const failing = async <Result>(method: Fault["method"], work: () => Promise<Result>): Promise<Result> => {
    if (method !== fault.method) return work();
    calls += 1;
    if (calls !== fault.call) return work();
    if (fault.when === "after") await work();
    return unreachable();
  };
  return {
    ...admin,
    createProject: (input) => failing("createProject", () => admin.createProject(input)),
    listKeys: (projectId) => failing("listKeys", () => admin.listKeys(projectId)),
    issueKey: (projectId, input) => failing("issueKey", () => admin.issueKey(projectId, input)),
  };
}
