/** A JSON file that a command was given. */
export type ReadJson = { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly reason: string };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "is a folder",
  EACCES: "may not be read",
};

/** What the file holds, or why it cannot be read; a place in it is given by line, never by quoting it. */
export async function readJson(
  file: string,
  readFile: (file: string, encoding: "utf8") => Promise<string>,
): Promise<ReadJson> {
  let text: string;
  try {
    text = (await readFile(file, "utf8")).replace(/^\uFEFF/u, "");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { ok: false, reason: REASONS[code] ?? "cannot be read" };
  }
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: `is not JSON${placeOf(error, text)}` };
  }
}

function placeOf(error: unknown, text: string): string {
  const [, position] = /at position (\d+)/.exec(error instanceof Error ? error.message : "") ?? [];
  return position === undefined ? "" : ` (line ${text.slice(0, Number(position)).split("\n").length})`;
}
