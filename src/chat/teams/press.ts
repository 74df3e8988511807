/** Teams' half of a press: on a message, in a dialog, or in a client too old for either. Its data was in a client's hands. */
import { z } from "zod";
import type { Card } from "../../../cards/model.ts";
import { teamsAction, teamsTarget } from "../../../cards/render/teams.ts";
import { STALE } from "../calm-cards.ts";
import type { Answer } from "../desk.ts";
import { ask } from "./ask.ts";
import { plainWords } from "./plain-words.ts";
import { type Body, executed, invitation, messageFor, opened, type Reopen, said } from "./show-answer.ts";
import type { Turn } from "./turn.ts";

const Data = z.object({ data: z.unknown() });
const Executed = z.object({ action: Data });

/** task/fetch: the button opens a dialog. */
export async function fetchPress(turn: Turn): Promise<Body> {
  const pressed = readPress(Data.safeParse(turn.activity.value).data?.data);
  return opened(pressed === undefined ? { kind: "told", card: STALE } : await askPress(turn, pressed));
}

/** adaptiveCard/action: the press is the whole act. */
export async function executePress(turn: Turn): Promise<Body> {
  const pressed = readPress(Executed.safeParse(turn.activity.value).data?.action.data);
  return pressed === undefined ? said(plainWords(STALE)) : executed(await askPress(turn, pressed), pressed);
}

/** The card that answers a press which came as a message, from a client that knows no Action.Execute. */
export async function answerPress(turn: Turn): Promise<Card | undefined> {
  const pressed = readPress(turn.activity.value);
  return pressed === undefined ? STALE : messageFor(await askPress(turn, pressed), (form) => invitation(form, pressed));
}

/** What was pressed; `undefined` when it is none of ours, forged or of another version. */
export function readPress(data: unknown): Reopen | undefined {
  const action = teamsAction(data);
  const target = teamsTarget(data);
  return action === undefined || target === undefined ? undefined : { action, target };
}

export function askPress({ from, counter }: Turn, { action, target }: Reopen): Promise<Answer> {
  return ask(counter, { run: (desk) => desk.press({ from, action, target }), writes: true });
}
