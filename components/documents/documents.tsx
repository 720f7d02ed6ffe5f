"use client";

import { useRef, useState } from "react";

import { type Asked, DocumentDialogs } from "@/components/documents/document-dialogs";
import { type DocumentActions, focusRow } from "@/components/documents/document-menu";
import { documentsAddress, documentsApi, type Filter } from "@/components/documents/documents-api";
import { DocumentsList } from "@/components/documents/documents-list";
import type { FirstState } from "@/components/documents/documents-store";
import type { ProjectAddress } from "@/components/documents/documents-table";
import { DocumentsToolbar } from "@/components/documents/documents-toolbar";
import { DropTarget } from "@/components/documents/drop-target";
import { keepInAddress } from "@/components/documents/filter-address";
import { ListProblem } from "@/components/documents/list-problem";
import { NoDocuments, WHAT_CAN_BE_UPLOADED } from "@/components/documents/no-documents";
import type { Picked } from "@/components/documents/picked-files";
import { pickedNote } from "@/components/documents/picked-note";
import { failureFrom, type RequestFailure } from "@/components/documents/request-failure";
import { UploadButtons } from "@/components/documents/upload-buttons";
import { UploadPanel } from "@/components/documents/upload-panel";
import { useDocuments } from "@/components/documents/use-documents";
import { useUploadQueue } from "@/components/documents/use-upload-queue";
import type { EngineDocument } from "@/lib/engine/contract";

interface DocumentsProps {
  address: ProjectAddress;
  first: FirstState;
  /** Whether the person may upload, replace and delete. */
  mayWrite: boolean;
  /** After so many days documents are flagged as stale; null where none are. */
  staleDays: number | null;
}

/** A project's documents: the list that keeps itself up to date and, for those who may, everything that changes it. */
export function Documents({ address, first, mayWrite, staleDays }: DocumentsProps) {
  const [api] = useState(() => documentsApi(documentsAddress(address)));
  const { store, state } = useDocuments(api, first);
  const { queue, items } = useUploadQueue(documentsAddress(address), (document) => store.put(document));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [problem, setProblem] = useState<RequestFailure | null>(null);
  const section = useRef<HTMLElement>(null);

  const take = (picked: Picked) => {
    setNote(pickedNote(picked));
    queue.add(picked.files);
  };
  const narrow = (filter: Filter) => {
    keepInAddress(filter);
    store.setFilter(filter);
  };
  const retry = async (document: EngineDocument) => {
    setProblem(null);
    // The button that was pressed goes with the failure.
    focusRow(document.id);
    try {
      store.put(await api.retry(document.id));
    } catch (thrown) {
      setProblem(failureFrom(thrown));
    }
  };
  const remove = async (document: EngineDocument) => {
    await api.remove(document.id);
    store.drop(document);
  };
  const actions: DocumentActions = {
    retry: (document) => void retry(document),
    replace: (document) => setAsked({ about: "replacing", document }),
    remove: (document) => setAsked({ about: "deleting", document }),
  };
  const { filter, list, loading } = state;
  const bare = list.data.length === 0 && filter.name === undefined && filter.status === undefined && filter.stale === undefined && loading === "nothing" && state.problem === null;
  const welcome = bare && items.length === 0;
  const shownProblem = problem ?? state.problem;

  return (
    <section ref={section} tabIndex={-1} aria-labelledby="documents-title" className="space-y-6 outline-none">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="max-w-xl space-y-1">
          <h1 id="documents-title" className="text-2xl font-semibold tracking-tight">
            Documents
          </h1>
          {!welcome && <p className="text-sm text-pretty text-muted-foreground">{mayWrite ? WHAT_CAN_BE_UPLOADED : "Everything that answers can rest on."}</p>}
        </div>
        {mayWrite && !welcome && <UploadButtons onPicked={take} />}
      </header>
      {shownProblem !== null && (
        <ListProblem
          problem={shownProblem}
          onAgain={() => {
            setProblem(null);
            store.refreshSoon();
          }}
        />
      )}
      {mayWrite && (
        <>
          <DropTarget onPicked={take} />
          <UploadPanel items={items} queue={queue} />
          <p role="status" className="text-sm text-muted-foreground empty:hidden">
            {note}
          </p>
        </>
      )}
      {welcome && <NoDocuments upload={mayWrite ? <UploadButtons onPicked={take} /> : null} />}
      {!bare && (
        <>
          <DocumentsToolbar filter={filter} staleDays={staleDays} onFilter={narrow} />
          <DocumentsList state={state} address={address} actions={mayWrite ? actions : null} onMore={() => store.loadMore()} onClear={() => narrow({})} />
        </>
      )}
      <p role="status" className="sr-only">
        {state.news}
      </p>
      <DocumentDialogs
        asked={asked}
        onClose={() => setAsked(null)}
        remove={remove}
        replace={(document, file) => queue.add([{ file, name: document.name, replaces: document }])}
        focusList={() => section.current?.focus()}
      />
    </section>
  );
}
