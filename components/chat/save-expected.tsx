"use client";

import { BadgeCheck } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import type { SaveAsExpected } from "@/components/chat/chat-setting";
import { ExpectedForm } from "@/components/chat/expected-form";
import { type ProjectAddress, projectPath } from "@/components/chat/project-address";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import type { ChatAnswer } from "@/lib/engine/contract";

interface SaveExpectedProps {
  question: string;
  answer: ChatAnswer;
  /** Whether the question leaned on earlier ones. */
  isFollowUp: boolean;
  address: ProjectAddress;
  save: SaveAsExpected;
}

/** Makes a golden question of an answer, in a dialog that is filled in already. */
export function SaveExpected({ question, answer, isFollowUp, address, save }: SaveExpectedProps) {
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button type="button" variant="ghost" size="sm">
          <BadgeCheck aria-hidden />
          {saved ? "Saved as expected" : "Save as expected"}
        </Button>
      </DialogTrigger>
      <DialogContent className="max-h-[90dvh] overflow-y-auto sm:max-w-xl">
        <DialogHeader>
          <DialogTitle>{saved ? "Saved as a golden question" : "Save as expected"}</DialogTitle>
          <DialogDescription>
            {saved
              ? "Run it now to see whether the documents still bring this answer."
              : "Makes a golden question: it is asked again on every run, and passes as long as this comes back."}
          </DialogDescription>
        </DialogHeader>
        {saved ? (
          <div className="flex flex-wrap gap-2">
            <Button asChild>
              <Link href={projectPath(address, "golden")}>Run it now</Link>
            </Button>
            <DialogClose asChild>
              <Button type="button" variant="outline">
                Back to the chat
              </Button>
            </DialogClose>
          </div>
        ) : (
          <ExpectedForm question={question} answer={answer} isFollowUp={isFollowUp} save={save} onSaved={() => setSaved(true)} />
        )}
      </DialogContent>
    </Dialog>
  );
}
