import type { Metadata } from "next";
import Link from "next/link";

import { NoticePage } from "@/components/shell/notice-page";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

/** What does not exist, and what is somebody else's: the same page for both. */
export default function NotFound() {
  return (
    <NoticePage
      title="There is nothing here"
      actions={
        <Button asChild>
          <Link href="/">Go to the start</Link>
        </Button>
      }
    >
      <p>The address may be mistyped, or what was here is gone, or it is not open to you.</p>
    </NoticePage>
  );
}
