/** Teams' half of a form that was sent: from a dialog of a card, or of the message extension. */
import { z } from "zod";
import { teamsForm, teamsTarget, teamsValues } from "../../../cards/render/teams.ts";
import { STALE, told } from "../calm-cards.ts";
import { ask } from "./ask.ts";
import { askPress, readPress } from "./press.ts";
import { type Body, submitted } from "./show-answer.ts";
import type { Turn } from "./turn.ts";

const Sent = z.object({ data: z.unknown() });

/** A form, or a button of a card in a dialog: a dialog knows one way to be left. Nothing in return closes it. */
export async function answerSubmission(turn: Turn): Promise<Body | undefined> {
  const data = Sent.safeParse(turn.activity.value).data?.data;
  const pressed = readPress(data);
  return pressed === undefined ? answerForm(turn, data) : submitted(await askPress(turn, pressed));
}

async function answerForm({ from, counter }: Turn, data: unknown): Promise<Body | undefined> {
  const form = teamsForm(data);
  const target = teamsTarget(data);
  if (form === undefined || target === undefined) return submitted(told(STALE));
  const values = teamsValues(data);
  const answer = await ask(counter, { run: (desk) => desk.submit({ from, form, target, values }), writes: true });
  return submitted(answer, values);
}
