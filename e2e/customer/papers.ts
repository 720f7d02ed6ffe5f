import { blocksOf } from "../../prisma/seed/writing/blocks";
import { writePdf } from "../../prisma/seed/writing/pdf/write-pdf";
import { writeDocx } from "../../prisma/seed/writing/write-docx";

/** A file as a browser takes it. */
export interface Paper {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const COMPANY = "Orrin Quay";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const LEAVE = `# Leave at Orrin Quay

## Holidays

The yearly holiday is 31 days for everyone who works full time. It is asked for in the calendar, two weeks before it begins.

## Parental leave

Parental leave lasts 22 weeks on full pay, for every parent. It is taken in one piece or in two, within the first year of the child.
`;

const TRAVEL = `# Travel at Orrin Quay

## Hotels

The limit for a hotel is 165 euros a night, breakfast included. In Oslo and Geneva it is a third more, without asking.

## Receipts

Receipts are handed in within 20 days after the journey, and are paid out with the next salary.
`;

const text = (name: string, mimeType: string, content: string): Paper => ({ name, mimeType, buffer: Buffer.from(content) });

/** Ten papers of one company: Markdown, plain text, a web page, a table, Word and PDF. */
export async function tenPapers(): Promise<Paper[]> {
  const [leave, travel] = await Promise.all([writePdf(blocksOf(LEAVE), { company: COMPANY, title: "Leave" }), writeDocx(blocksOf(TRAVEL), { company: COMPANY, title: "Travel" })]);
  return [
    { name: "leave.pdf", mimeType: "application/pdf", buffer: Buffer.from(leave) },
    { name: "travel.docx", mimeType: DOCX, buffer: Buffer.from(travel) },
    text("parking.md", "text/markdown", "# Parking\n\nThe fee for a parking space is 18 euros a month. Bicycles stand in the yard for nothing.\n"),
    text("canteen.md", "text/markdown", "# Canteen\n\n## When does the canteen open?\n\nThe canteen opens at 11:30 and closes at 14:00, on working days only.\n"),
    text("training.md", "text/markdown", "# Training\n\nThe budget for courses is 1,400 euros a year. A course is chosen together with the team lead.\n"),
    text("keys.txt", "text/plain", "Keys and badges\n\nThe deposit for a badge is 25 euros. It is paid back when the badge is returned.\n"),
    text("visitors.txt", "text/plain", "Visitors\n\nVisitors sign the book at the gate and are met there by their host. The stay of a visitor lasts 8 hours at most.\n"),
    text("safety.html", "text/html", "<html lang=\"en\"><head><title>Safety</title></head><body><main><h1>Safety</h1><p>The safety course takes 3 hours and is repeated every spring. Nobody works on a kiln without it.</p></main></body></html>"),
    text("suppliers.csv", "text/csv", "supplier,delivers,notice in days\nFenwick Steel,sheet metal,14\nBarrow Clay,clay and sand,21\n"),
    text("glossary.md", "text/markdown", "# Glossary\n\n“Slack tide” means the hour between two shifts in which no machine runs.\n"),
  ];
}
