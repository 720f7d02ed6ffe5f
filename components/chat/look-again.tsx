"use client";

import { LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

import { Button } from "@/components/ui/button";

/** Reads the page anew, for whoever waits for something that happens elsewhere. */
export function LookAgain({ variant = "outline" }: { variant?: "default" | "outline" }) {
  const router = useRouter();
  const [looking, look] = useTransition();
  return (
    <Button type="button" variant={variant} disabled={looking} onClick={() => look(() => router.refresh())}>
      {looking && <LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" />}
      Look again
    </Button>
  );
}
