import { stem } from "@/lib/platform/words/stem";

/** Words that people use for the same thing at work, a line each; a word may stand in several. */
const GROUPS = `
leave vacation holiday pto absence
expense cost spend charge
reimburse repay refund compensate
salary pay wage compensation remuneration
employee staff teammate worker personnel colleague
employee employ headcount workforce
manager supervisor boss
customer client account
supplier vendor provider carrier
contract agreement
price cost fee charge rate
revenue sales turnover
profit earnings income
budget allowance stipend grant
bonus incentive
laptop computer notebook
phone mobile cellphone telephone
tool system app application software platform
car vehicle automobile
child kid dependent
parental maternity paternity
sick ill illness
doctor physician
hire recruit
resign quit
dismiss terminate
approve authorise authorize permission permit consent
purchase buy acquire
begin start commence
end finish expire
rule policy guideline
deadline due
meeting call
training course learning education
remote home
office workplace
competitor rival
launch release
outage incident downtime
backup copy
password credential
erase delete remove
year yearly annual annually
month monthly
week weekly
day daily
quarter quarterly
maximum max limit cap
minimum min
percent percentage
headquarters hq
information info
`;

const BY_STEM = new Map<string, Set<string>>();
for (const line of GROUPS.trim().split("\n")) {
  const stems = line.split(" ").map(stem);
  for (const word of stems) BY_STEM.set(word, new Set([...(BY_STEM.get(word) ?? []), ...stems.filter((other) => other !== word)]));
}

/** The stems of words that mean about the same as a stem does at work; none for most. */
export function synonymsOf(term: string): ReadonlySet<string> {
  return BY_STEM.get(term) ?? new Set();
}
