import { ExternalLink } from "lucide-react";

interface SourceLinkProps {
  source: { name: string; link: string | null };
}

/** Where a document came from, with the way to it there. */
export function SourceLink({ source: { name, link } }: SourceLinkProps) {
  if (link === null) return <span>From {name}</span>;
  return (
    <a href={link} target="_blank" rel="noreferrer noopener" className="inline-flex items-center gap-1 underline underline-offset-4 hover:text-foreground">
      From {name}
      <ExternalLink aria-hidden className="size-3.5" />
      <span className="sr-only">(opens the page at its source)</span>
    </a>
  );
}
