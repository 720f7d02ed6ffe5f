import { ShieldCheck } from "lucide-react";
import Link from "next/link";

import { SignOutButton } from "@/components/auth/sign-out-button";
import { Button } from "@/components/ui/button";

/** The head of every page of the operator's desk. */
export function DeskHeader() {
  return (
    <header className="border-b">
      <div className="mx-auto flex h-14 w-full max-w-6xl items-center justify-between gap-4 px-4 sm:px-6">
        <Link href="/operator" className="flex items-center gap-2 font-semibold tracking-tight">
          <ShieldCheck aria-hidden className="size-5" />
          Citadel
          <span className="font-normal text-muted-foreground">Operator’s desk</span>
        </Link>
        <nav aria-label="Account" className="flex items-center gap-1">
          <Button asChild variant="ghost" size="sm" className="max-sm:hidden">
            <Link href="/">My organisations</Link>
          </Button>
          <SignOutButton size="sm" />
        </nav>
      </div>
    </header>
  );
}
