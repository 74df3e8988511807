/** The one thing that the bench writes. */
import { isKept, type Line } from "./figures.ts";

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
  const { what, baseline, ours, ratio, target } = line;
  return [what, inMs(baseline), inMs(ours), `${ratio.toFixed(2)}x`, wordsFor(target), verdict(line)];
}

const inMs = (time: number): string => `${time.toFixed(2)} ms`;

function wordsFor(target: Line["target"]): string {
  if (target === undefined) return "none";
  return target.of === "ratio" ? `at most ${target.most}x` : `under ${target.most} ms`;
}

function verdict(line: Line): string {
  if (line.target === undefined) return "";
  return isKept(line) ? "ok" : "miss";
}

/** The words to the left, the numbers to the right. */
function padded(cell: string, width: number, column: number): string {
  return column === 0 || column === HEAD.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}
