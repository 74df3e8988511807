/** The words of a message without Slack's marks, as somebody would read them aloud. */
import { z } from "zod";

const Message = z.object({
  text: z.string().catch(""),
  attachments: z.array(z.object({ text: z.string().catch("") })).catch([]),
});

/** What was written; for a message that only holds another one, as a shared message does, what that one says. */
export function messageWords(message: unknown): string {
  const read = Message.safeParse(message).data;
  if (read === undefined) return "";
  const text = read.text.trim() === "" ? read.attachments.map((one) => one.text).join("\n\n") : read.text;
  return plain(text).trim();
}

/** `<https://…|label>`, `<mailto:…|address>`, `<#C1|name>` and the like; the three escaped characters come last. */
function plain(text: string): string {
  return text
    .replace(/<([^<>|]*)\|([^<>]*)>/g, (_mark, _to, label: string) => label)
    .replace(/<(?:mailto:|tel:)?([^<>]*)>/g, (_mark, to: string) => to)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
