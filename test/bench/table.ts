/** The one thing that the bench writes. */
import { isKept, type Line, type Unit } from "./figures.ts";

const HEAD = ["what", "baseline", "ours", "ratio", "target", ""];

/** The lines as a table of plain text. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0, column))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cells(line: Line): string[] {
  const { what, unit, baseline, ours, ratio, target } = line;
  const held = baseline === undefined ? "" : inUnit(baseline, unit);
  return [
    what,
    held,
    inUnit(ours, unit),
    ratio === undefined ? "" : `${ratio.toFixed(2)}x`,
    wordsFor(target),
    verdict(line),
  ];
}

const DIGITS: Readonly<Record<Unit, number>> = { ms: 2, s: 1, MB: 1, "a second": 0, count: 0 };

function inUnit(figure: number, unit: Unit): string {
  const digits = DIGITS[unit];
  const number = figure.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === "count" ? number : `${number} ${unit}`;
}

function wordsFor(target: Line["target"]): string {
  if (target === undefined) return "none";
  const [words, figure] = "most" in target ? ["at most", target.most] : ["at least", target.least];
  if (target.of === "ratio") return `${words} ${figure}x`;
  const number = figure.toLocaleString("en-GB");
  return target.of === "count" ? `${words} ${number}` : `${words} ${number} ${target.of}`;
}

function verdict(line: Line): string {
  if (line.target === undefined) return "";
  return isKept(line) ? "ok" : "miss";
}

/** The words to the left, the numbers to the right. */
function padded(cell: string, width: number, column: number): string {
  return column === 0 || column === HEAD.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}
