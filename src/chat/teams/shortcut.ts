/** Teams' half of what somebody says of a message: an action of the message extension, from the message's own menu. */
import { z } from "zod";
import type { Answer, ShortcutName } from "../desk.ts";
import { ask } from "./ask.ts";
import { messageWords } from "./message-words.ts";
import type { Turn } from "./turn.ts";

const Pointed = z.object({ messagePayload: z.object({ body: z.unknown() }) });

/** It opens a form and writes nothing, so a failure has changed nothing. */
export function askShortcut({ activity, from, counter }: Turn, shortcut: ShortcutName): Promise<Answer> {
  const message = messageWords(Pointed.safeParse(activity.value).data?.messagePayload.body);
  return ask(counter, { run: (desk) => desk.shortcut({ from, shortcut, message }), writes: false });
}
