"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

import type { DocumentsApi } from "@/components/documents/documents-api";
import { type DocumentsState, DocumentsStore, type FirstState } from "@/components/documents/documents-store";

/** The documents of a page, kept up to date while it is shown. */
export function useDocuments(api: DocumentsApi, first: FirstState): { store: DocumentsStore; state: DocumentsState } {
  const [store] = useState(() => new DocumentsStore(api, first));
  const state = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  useEffect(() => {
    const stop = store.start();
    const look = () => store.setVisible(document.visibilityState === "visible");
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      stop();
    };
  }, [store]);
  return { store, state };
}
