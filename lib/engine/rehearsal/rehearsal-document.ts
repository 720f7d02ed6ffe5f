/** What the server asks itself: a search, or a question with what was asked before it in the same session. */
export type Rehearsed = { query: string } | { question: string; isFollowUp?: boolean };

const ROOMS = [
  "reading room", "print workshop", "music room", "archive", "darkroom", "seed library", "board room", "map room", "kitchen", "workbench hall",
  "lecture hall", "newspaper corner", "quiet study", "listening booth", "children's corner", "storeroom", "garden house", "reception", "film room", "copying room",
];
const KEEPERS = ["Ms. Albers", "Mr. Okafor", "Ms. Lindqvist", "Mr. Tanaka"];

/** The house rules of a library that does not exist: prose, lists, numbers, days and a table, a chunk or so a room. */
export function rehearsalDocument(): string {
  const sections = ROOMS.map((room, at) => {
    const keeper = KEEPERS[at % KEEPERS.length] ?? "";
    const prose = `The ${room} opens at ${7 + (at % 4)} am and closes at ${5 + (at % 5)} pm on working days. Up to ${6 + at} people may use it at a time, and nobody under ${10 + (at % 7)} without an adult. Its key has the number K-${2040 + 17 * at} and is kept by ${keeper} since March ${1 + at}, ${2012 + (at % 11)}.`;
    const list = `In the ${room} it is not allowed to:\n\n- eat, except for what ${KEEPERS[(at + 1) % KEEPERS.length] ?? ""} brings\n- move the ${at + 2} cabinets along the wall\n- stay after the bell has rung twice`;
    return `## ${1 + (at % 5)}.${at} The ${room}\n\n${prose}\n\n${list}\n`;
  });
  const rows = ROOMS.map((room, at) => `| ${room} | ${at % 3} | ${6 + at} | ${(12.5 + at * 3).toFixed(2)} |`);
  return `# House rules of the library at Quill Street\n\n${sections.join("\n")}\n## 6.1 All rooms\n\n| Room | Floor | Seats | Fee in euros |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

/** Something of everything that a question can be: of words, of a number, of a row, misspelled, a follow-up, of something else. */
export function rehearsedQuestions(): Rehearsed[] {
  const everyRoom = ROOMS.flatMap<Rehearsed>((room, at) => [
    { query: `${room} key number for section ${1 + (at % 5)}.${at}` },
    at % 2 === 0 ? { question: `When does the ${room} close?` } : { question: `How many people may use the ${room}?` },
  ]);
  return [
    ...everyRoom,
    { question: "Who keeps the key of the map room?" },
    { question: "And since when?", isFollowUp: true },
    { question: "What is the fee in euros for the film room?" },
    { question: "When does the raeding room open?" },
    { question: "Which team won the chess final in Reykjavik?" },
  ];
}
