import { randomBytes } from "node:crypto";

import type { MarkedFile, Subject } from "@/lib/portal/isolation/markers";

/** A page as a scanner makes it: only recognition finds its words. Both usual kinds are planted, one in each project. */
interface Scan {
  name: string;
  /** A heading, and a sentence with the secret, on one line and in large letters: what is proven is not how well an engine reads. */
  lines: (secret: string) => readonly string[];
  question: string;
  paraphrase: string;
}

const SCANS: Record<Subject, Scan> = {
  observatory: {
    name: "planetarium-cabinet.png",
    lines: (secret) => ["Meteorites", `Meteorite ${secret} lies in the glass cabinet of the planetarium.`],
    question: "What meteorite lies in the glass cabinet of the planetarium?",
    paraphrase: "Which stone from space is shown behind glass in the planetarium?",
  },
  bakery: {
    name: "apprentices-canteen.pdf",
    lines: (secret) => ["Canteen money", `Apprentices pay for the canteen into bank account ${secret}.`],
    question: "What bank account do apprentices pay for the canteen into?",
    paraphrase: "Which bank takes the money for the meals of apprentices?",
  },
};

/** In points. */
const PAGE = [595, 200] as const;
const LINE = { size: 18, left: 36, first: 140, apart: 50 };
const DOTS_PER_INCH = 150;

/** A picture of a page about a subject, as PNG or as the only thing in a PDF file, that hides one marker. */
export async function scannedFile(subject: Subject): Promise<MarkedFile> {
  const { name, lines, question, paraphrase } = SCANS[subject];
  const secret = readableNumber();
  const picture = await pictureOf(lines(secret));
  return { name, bytes: name.endsWith(".pdf") ? await pdfAround(picture) : picture, markers: [{ kind: "scan", secret, question, paraphrase }] };
}

/** Twelve digits; recognition takes neither 0 nor 1 for one of them. */
function readableNumber(): string {
  return [...randomBytes(12)].map((byte) => String((byte % 8) + 2)).join("");
}

/** Only a proof draws: its packages are loaded when there is one. */
async function pictureOf(lines: readonly string[]): Promise<Buffer> {
  const [{ LiteParse }, { PDFDocument, StandardFonts }] = await Promise.all([import("@llamaindex/liteparse"), import("pdf-lib")]);
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([...PAGE]);
  lines.forEach((text, index) => page.drawText(text, { x: LINE.left, y: LINE.first - index * LINE.apart, size: LINE.size, font }));
  const [shot] = await new LiteParse({ ocrEnabled: false, quiet: true, dpi: DOTS_PER_INCH }).screenshot(Buffer.from(await document.save()), [1]);
  if (shot === undefined) throw new Error("The page of a scan was not drawn.");
  return shot.imageBuffer;
}

async function pdfAround(picture: Buffer): Promise<Buffer> {
  const { PDFDocument } = await import("pdf-lib");
  const document = await PDFDocument.create();
  const [width, height] = PAGE;
  document.addPage([width, height]).drawImage(await document.embedPng(picture), { x: 0, y: 0, width, height });
  return Buffer.from(await document.save());
}
