import NextAuth from "next-auth";
import type { NextRequest } from "next/server";

import { authOptions } from "@/lib/portal/sign-in/auth-options";

/** Signing in and out, and the CSRF token for both. The settings are read on each request: there are none while building. */
async function handle(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const response: Response = await NextAuth(request, context, authOptions());
  return response;
}

export { handle as GET, handle as POST };
