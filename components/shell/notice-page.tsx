import type { ComponentProps } from "react";

import { Brand } from "@/components/shell/brand";
import { Notice } from "@/components/shell/notice";

/** A {@link Notice} as a whole page. */
export function NoticePage(notice: ComponentProps<typeof Notice>) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 items-center px-4 sm:px-6">
        <Brand />
      </header>
      <main id="content" tabIndex={-1} className="flex grow flex-col pb-14">
        <Notice {...notice} />
      </main>
    </div>
  );
}
