import Link from "next/link";

/** The way to the public security page. */
export function SecurityLink() {
  return (
    <Link href="/security" className="text-sm text-muted-foreground underline-offset-4 hover:text-foreground hover:underline">
      Security and data protection
    </Link>
  );
}
