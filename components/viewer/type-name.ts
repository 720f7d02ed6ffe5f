const NAMES: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
  "text/html": "Web page",
  "text/markdown": "Markdown",
  "text/csv": "CSV table",
  "text/plain": "Plain text",
};

/** What a media type is called by people; its own name for one without another. */
export function typeName(contentType: string): string {
  const [type = ""] = contentType.split(";");
  return NAMES[type] ?? type;
}
