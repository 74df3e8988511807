/** The table of `.github/SENTENCES.md`: every sentence of both policy texts, what the bot does, and the test that shows it. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
export const TABLE = ".github/SENTENCES.md";

/** `file` from the root; `name` as Vitest joins it: suites and test with " > " between. */
export type TestId = { readonly file: string; readonly name: string };

export type Row = {
  /** The policy's file name without its ending, and the number in it. */
  readonly policy: string;
  readonly id: string;
  readonly sentence: string;
  readonly does: string;
  readonly tests: readonly TestId[];
  /** Whole cases of the policy's scenarios that tell it, by how their titles begin. */
  readonly cases: readonly string[];
  /** What it still waits for: "waits for documents. …", then what is there already and what is missing. */
  readonly open: string | undefined;
  /** Why no software can do it. */
  readonly notForSoftware: string | undefined;
};

/** Reads every row, in order. A table stands below the heading that names its policy. */
export function readTable(): readonly Row[] {
  const rows: Row[] = [];
  let policy = "";
  for (const line of readFileSync(resolve(ROOT, TABLE), "utf8").split("\n")) {
    policy = /^## .*\(`([\w-]+)`\)$/.exec(line)?.[1] ?? policy;
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
    const [, id = "", sentence = "", does = "", shown = "", told = ""] = cells;
    const cases = [...told.matchAll(/`([^`]+)`/g)].map(([, title = ""]) => title);
    if (cells.length === 7 && !/^(id|-+)$/.test(id))
      rows.push({ policy, id, sentence, does, cases, ...shownBy(shown) });
  }
  return rows;
}

/** The text of a policy as the user gave it, on one line. */
export function policyText(policy: string): string {
  return readFileSync(resolve(ROOT, `test/fixtures/policy/${policy}.txt`), "utf8").replaceAll(/\s+/g, " ");
}

function shownBy(cell: string): Pick<Row, "tests" | "open" | "notForSoftware"> {
  const tests = [...cell.matchAll(/`(test\/[^`]+?\.test\.ts) > ([^`]+)`/g)].map(([, file = "", name = ""]) => ({
    file,
    name,
  }));
  return { tests, open: after("Open: ", cell), notForSoftware: after("Not for software: ", cell) };
}

function after(mark: string, cell: string): string | undefined {
  const [, words] = cell.split(mark);
  return words?.trim();
}
