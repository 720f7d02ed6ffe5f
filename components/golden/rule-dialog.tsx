"use client";

import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";

import { RuleForm } from "@/components/golden/rule-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { GoldenRule } from "@/lib/portal/golden/rule";

/** The rule of the gate, in a dialog. */
export function RuleDialog({ rule, change }: { rule: GoldenRule; change: (input: GoldenRule) => Promise<ActionResult<unknown>> }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button type="button" variant="outline">
          <SlidersHorizontal aria-hidden />
          Rule and schedule
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Rule and schedule</DialogTitle>
          <DialogDescription>When “Ask your docs” may be switched on, when the questions run by themselves, and what happens when they do not pass any more.</DialogDescription>
        </DialogHeader>
        <RuleForm rule={rule} change={change} onChanged={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}
