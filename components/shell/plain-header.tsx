import Link from "next/link";
import type { ReactNode } from "react";

import { Brand } from "@/components/shell/brand";
import type { Account } from "@/components/shell/frame";
import { UserMenu } from "@/components/shell/user-menu";

interface PlainHeaderProps {
  href: string;
  account: Account;
  hasChoice: boolean;
  /** Beside the brand. */
  children?: ReactNode;
}

/** The head of pages that stand outside every organisation. */
export function PlainHeader({ href, account, hasChoice, children }: PlainHeaderProps) {
  return (
    <header className="border-b bg-background print:hidden">
      <div className="flex h-14 items-center justify-between gap-4 px-4 sm:px-6">
        <Link href={href} className="flex min-w-0 items-center gap-2.5 rounded-lg">
          <Brand />
          {children}
        </Link>
        <UserMenu {...account} hasChoice={hasChoice} />
      </div>
    </header>
  );
}
