import { expect, test } from "vitest";

import { decodeText } from "@/lib/engine/ingest/read/decode-text";

/** The bytes of a text in an encoding: the inverse of what the decoder does with one byte and with two. */
function encode(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number[]>();
  for (let lead = 255; lead >= 0x80; lead -= 1) {
    for (let trail = 255; trail >= 0x40; trail -= 1) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  for (let byte = 255; byte >= 0; byte -= 1) bytes.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  return Buffer.from([...text].flatMap((character) => bytes.get(character) ?? [0x3f]));
}

const GERMAN = "Größe und Gewicht stehen auf dem Schild. Für Rückfragen wenden Sie sich an das Büro: 4.200 €.";
const POLISH = "Zażółć gęślą jaźń. Umowa obowiązuje przez dwanaście miesięcy, a opłata wynosi 4200 zł.";
const TURKISH = "Çalışanların yıllık izin süresi yirmi sekiz gündür. İş günü sayısı değişebilir, ücret ödenir.";
const RUSSIAN = "Ежегодный отпуск составляет двадцать восемь дней. Бюджет на поездки в 2024 году — 4200 евро.";
const GREEK = "Η ετήσια άδεια είναι είκοσι οκτώ ημέρες. Ο προϋπολογισμός ταξιδιών είναι 4200 ευρώ.";
const HEBREW = "תקציב הנסיעות לשנת 2024 הוא 4200 אירו לעובד. החופשה השנתית היא עשרים ושמונה ימים.";
const ARABIC = "ميزانية السفر لعام 2024 هي 4200 يورو لكل موظف. الإجازة السنوية ثمانية وعشرون يوما.";
const JAPANESE = "年次有給休暇は二十八日です。出張の予算は4200ユーロとします。";
const CHINESE = "员工每年有二十八天的假期。出差预算为四千二百欧元，费用须在十四天内报销。";
const TAIWANESE = "員工每年有二十八天的假期。出差預算為四千二百歐元，費用須在十四天內報銷。";
const KOREAN = "연차 휴가는 이십팔 일입니다. 출장 예산은 4200 유로이며 비용은 십사 일 안에 청구해야 합니다.";

test.each([
  ["windows-1252", GERMAN],
  ["windows-1250", POLISH],
  ["windows-1254", TURKISH],
  ["windows-1251", RUSSIAN],
  ["koi8-r", RUSSIAN.replace("—", "-")],
  ["ibm866", RUSSIAN.replace("—", "-")],
  ["windows-1253", GREEK],
  ["windows-1255", HEBREW],
  ["windows-1256", ARABIC],
  ["shift_jis", JAPANESE],
  ["euc-jp", JAPANESE],
  ["gb18030", CHINESE],
  ["big5", TAIWANESE],
  ["euc-kr", KOREAN],
  ["windows-1252", "Café"],
  ["windows-1252", "“It’s 5 µm – no more…” © Müller"],
])("%s: %s", (encoding, text) => {
  expect(decodeText(encode(text, encoding))).toBe(text);
  expect(decodeText(encode(`name,amount\nA,1\n${text}\n`.repeat(40), encoding))).toContain(text);
});
