/**
 * Text as data, ready to be cut: whole characters, no lone surrogates, no invisible controls.
 * Direction overrides are dropped because they can make a line read as something it is not; right-to-left letters stay.
 */

const ELLIPSIS = "…";
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/gu;

/** The text without what nobody can see; line breaks become "\n". */
export function plain(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(CONTROLS, "");
}

/** What most texts are, so that a form opens at once: printable ASCII, words with one space between them. */
const ON_ONE_LINE = /^[!-~]+(?: [!-~]+)*$/;

/** The text on one line. */
export function oneLine(text: string): string {
  return ON_ONE_LINE.test(text) ? text : plain(text).replace(/\s+/g, " ").trim();
}

/**
 * At most `most` UTF-16 units, cut between code points and marked with "…".
 * Units, because both platforms count at least as generously.
 */
export function clamped(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = "";
  for (const character of text) {
    if (kept.length + character.length > most - ELLIPSIS.length) break;
    kept += character;
  }
  return kept + ELLIPSIS;
}
