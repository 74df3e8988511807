/** The ladder of a pack in plain English, for the council that has to confirm it. */
import { counted, ukDate } from "../arrangement/uk-words.ts";
import { catalogueLines, deciderLines, gateLines, groundLines } from "./describe/decision.ts";
import { ladderLines, shortRoadLines, wordsLines } from "./describe/ladder.ts";
import { source } from "./describe/line.ts";
import { appealLines, recordLines, timeLines } from "./describe/time.ts";
import type { Pack } from "./pack.ts";

/** The text that `register policy check FILE` prints: one line for each rule, where it comes from, what is assumed. */
export function describePack(pack: Pack): string {
  const assumed = [...assumedPaths(pack), ...unnumbered(pack)];
  return [
    `${pack.title} (${pack.id}, version ${pack.version})`,
    `In effect from ${ukDate(pack.effective.from)}${pack.effective.until ? ` until ${ukDate(pack.effective.until)}` : ""}. Text: ${pack.text.reference}, ${pack.text.sections}.`,
    "",
    ...section(
      "Applies to",
      pack.appliesTo.value.map((words) => `${words}${source(pack.appliesTo)}`),
    ),
    ...section("The ladder", ladderLines(pack)),
    ...section("What is said", wordsLines(pack)),
    ...section("Danger, and the short road", shortRoadLines(pack)),
    ...section("Asked at triage", groundLines(pack)),
    ...section("Restrictions on offer", catalogueLines(pack)),
    ...section("Before a proposal goes out", gateLines(pack)),
    ...section("Who decides", deciderLines(pack)),
    ...section("Time", timeLines(pack)),
    ...section("Appeal and ombudsman", appealLines(pack)),
    ...section("Recorded", recordLines(pack)),
    ...section(`To confirm: ${counted(assumed.length, "value")} that the text does not state`, assumed),
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return [title, ...lines.map((line) => `  - ${line}`), ""];
}

/** Where the pack says "assumed", in dots and numbers. */
function assumedPaths(part: unknown, path: readonly string[] = []): string[] {
  if (typeof part !== "object" || part === null) return [];
  if ("assumed" in part && part.assumed === true) return [path.join(".")];
  return Object.entries(part).flatMap(([key, value]) => assumedPaths(value, [...path, key]));
}

/** A kind on offer that a text which numbers its restrictions does not name. */
function unnumbered({ restrictions }: Pack): string[] {
  if (restrictions.assumed) return [];
  return restrictions.value.flatMap(({ clause }, index) => (clause === null ? [`restrictions.value.${index}`] : []));
}
