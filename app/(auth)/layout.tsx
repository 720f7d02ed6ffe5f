import type { ReactNode } from "react";

import { AuthFrame } from "@/components/auth/auth-frame";

/** The frame of the pages before one is signed in. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return <AuthFrame>{children}</AuthFrame>;
}
