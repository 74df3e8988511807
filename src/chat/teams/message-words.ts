/** The words of a message without Teams' marks: what people write there travels as HTML. */
import { z } from "zod";

const Body = z.object({ contentType: z.string().catch("text"), content: z.string() });

/** What was written, a line for each paragraph. */
export function messageWords(body: unknown): string {
  const read = Body.safeParse(body).data;
  if (read === undefined) return "";
  return (read.contentType.toLowerCase() === "html" ? plain(read.content) : read.content).trim();
}

const LINE_ENDS = /<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6]|blockquote|pre)>/gi;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The result stands in a field of a form as it is and is never read as HTML again. */
function plain(html: string): string {
  return html
    .replace(/\r?\n/g, " ")
    .replace(LINE_ENDS, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, entity)
    .replaceAll("\u00A0", " ")
    .replace(/[ \t]*\n[ \t]*/g, "\n");
}

function entity(whole: string, decimal?: string, hex?: string, name = ""): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code).toWellFormed();
  return NAMED[name.toLowerCase()] ?? whole;
}
