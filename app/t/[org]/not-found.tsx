import Link from "next/link";

import { Notice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";

/** What does not exist in the organisation, and what is not open to the role: the same page for both. */
export default function NotFoundInOrganisation() {
  return (
    <Notice
      title="There is nothing here"
      actions={
        <Button asChild>
          <Link href="/">Go to the start</Link>
        </Button>
      }
    >
      <p>The address may be mistyped, or what was here is gone, or it is not open to you.</p>
    </Notice>
  );
}
