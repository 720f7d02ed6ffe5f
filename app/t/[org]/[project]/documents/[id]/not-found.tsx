import Link from "next/link";

import { Button } from "@/components/ui/button";

/** A document that is not there, was deleted, or is somebody else's: the same page for all three. */
export default function DocumentNotFound() {
  return (
    <div className="mx-auto grid min-h-[60dvh] w-full max-w-lg place-content-center gap-4 px-4 py-16 text-center">
      <h1 className="text-2xl font-semibold tracking-tight">There is nothing here</h1>
      <p className="text-balance text-muted-foreground">The document may have been deleted, or the address is not quite right. Check it, or start again from your projects.</p>
      <Button asChild className="justify-self-center">
        <Link href="/">Go to your projects</Link>
      </Button>
    </div>
  );
}
