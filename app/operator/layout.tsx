import type { ReactNode } from "react";

import { DeskHeader } from "@/components/operator/desk-header";
import { signedIn } from "@/lib/portal/sessions/from-session";
import { pageOperator } from "@/lib/portal/sessions/page-scope";

/** The frame of the operator's desk, which exists for nobody else. Each page asks for an operator itself. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  // The page itself sends people to the sign-in page: it knows the whole way back.
  if ((await signedIn()) === null) return children;
  const { name, email, operator } = await pageOperator("/operator");
  return (
    <div className="flex min-h-dvh flex-col">
      <DeskHeader account={{ name, email, operator }} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-4 py-8 sm:px-6">
        {children}
      </main>
    </div>
  );
}
