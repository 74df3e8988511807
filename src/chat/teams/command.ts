/** Teams' half of a command: typed in words, or chosen from the message extension (PLATFORM 2.1). */
import { z } from "zod";
import type { Card, Form } from "../../../cards/model.ts";
import { openForm } from "../../../cards/open-form.ts";
import { told } from "../calm-cards.ts";
import { readCommand, readShortcut } from "../commands.ts";
import type { Answer } from "../desk.ts";
import { placeOf, spoken } from "./activity.ts";
import { ask } from "./ask.ts";
import { help } from "./help.ts";
import { askShortcut } from "./shortcut.ts";
import { type Body, messageFor, opened } from "./show-answer.ts";
import type { Turn } from "./turn.ts";

type Typed = NonNullable<ReturnType<typeof readCommand>>;

const UNKNOWN = "That is not known here";

/** The card that answers typed words, or nothing when nothing is to be said. */
export async function answerWords(turn: Turn): Promise<Card | undefined> {
  const typed = readCommand(spoken(turn.activity));
  if (typed === undefined) return help(UNKNOWN);
  return messageFor(await askCommand(turn, typed), (form) => inviteTo(form, typed));
}

const Extension = z.object({ commandId: z.string() });

/** composeExtension/fetchTask: a dialog at once, from a typed slash or from a message of the chat. */
export async function fetchCommand(turn: Turn): Promise<Body> {
  const name = Extension.safeParse(turn.activity.value).data?.commandId ?? "";
  const shortcut = readShortcut(name);
  if (shortcut !== undefined) return opened(await askShortcut(turn, shortcut));
  const typed = readCommand(name);
  return opened(typed === undefined ? told(help(UNKNOWN)) : await askCommand(turn, typed));
}

function askCommand({ activity, from, counter }: Turn, typed: Typed): Promise<Answer> {
  const conversation = placeOf(activity);
  // The report only opens its form; the others record that somebody looked.
  const writes = typed.command !== "report-contact";
  return ask(counter, { run: (desk) => desk.command({ from, conversation, ...typed }), writes });
}

function referenceIn({ fields }: Form): { customerRef?: string } {
  const field = fields.find(({ id }) => id === "customerRef");
  return field?.kind === "text" && field.value ? { customerRef: field.value } : {};
}

function inviteTo(form: Form, { command }: Typed): Card {
  const { target } = form;
  switch (command) {
    case "report-contact":
      return openForm({ form: "report", target });
    case "check-contact":
      return openForm({ form: "check", target, ...referenceIn(form) });
    case "contact-register":
      return openForm({ form: form.name === "delegate" ? "delegate" : "search", target });
  }
}
