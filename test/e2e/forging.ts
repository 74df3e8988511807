/** Presses whose value was changed on the way, as a client could. */
import { z } from "zod";
import type { Outcome, SlackMessage, TeamsMessage } from "../../src/sandbox/wire.ts";
import { openWindow } from "../support/person/window.ts";
import type { Stage } from "./stage.ts";

/** What a button carries: an opaque id and a version. */
export type Carried = { readonly i: string; readonly v: number };

/** The button of the newest card with these words that a person holds. */
export type ButtonOf = { readonly who: string; readonly label: string; readonly on: string };

const SlackButton = z.object({ action_id: z.string(), value: z.string(), text: z.object({ text: z.string() }) });
const SlackBlock = z.looseObject({ block_id: z.string(), elements: z.array(z.unknown()).default([]) });
const TeamsButton = z.object({
  type: z.string(),
  title: z.string(),
  verb: z.string().default(""),
  data: z.looseObject({}),
});
const Carries = z.object({ i: z.string(), v: z.number() });

/** What a button carries. */
export async function carriedBy(stage: Stage, button: ButtonOf): Promise<Carried> {
  const found = stage.chat.chat === "slack" ? await inSlack(stage, button) : await inTeams(stage, button);
  return Carries.parse("value" in found ? JSON.parse(found.value) : found.data);
}

/** Presses the button as if it carried something else. */
export async function pressForged(stage: Stage, button: ButtonOf, carried: Carried): Promise<Outcome> {
  const window = windowOf(stage, button.who);
  if (stage.chat.chat === "slack") {
    const { place, blockId, actionId } = await inSlack(stage, button);
    return await window.post<Outcome>("/press", { in: place, blockId, actionId, forgedValue: JSON.stringify(carried) });
  }
  const { place, type, verb, data } = await inTeams(stage, button);
  const sent = { ...place, data: { ...data, ...carried } };
  return type === "Action.Submit"
    ? await window.post<Outcome>("/submit", sent)
    : await window.post<Outcome>("/execute", { ...sent, verb });
}

const windowOf = ({ chat, person }: Stage, who: string) => openWindow(chat.address, person(who).id);

async function inSlack(stage: Stage, { who, label, on }: ButtonOf) {
  const messages = await windowOf(stage, who).messages<SlackMessage>();
  for (const { conversation, id, blocks } of messages.toReversed()) {
    if (!JSON.stringify(blocks).includes(on)) continue;
    for (const block of blocks.map((one) => SlackBlock.parse(one))) {
      const button = block.elements
        .map((one) => SlackButton.safeParse(one).data)
        .find((one) => one?.text.text === label);
      if (!button) continue;
      return {
        place: { conversation, message: id },
        blockId: block.block_id,
        actionId: button.action_id,
        value: button.value,
      };
    }
  }
  throw new Error(`${who} has no "${label}" on a card with "${on}"`);
}

async function inTeams(stage: Stage, { who, label, on }: ButtonOf) {
  const messages = await windowOf(stage, who).messages<TeamsMessage>();
  for (const { conversation, id, cards } of messages.toReversed()) {
    if (!JSON.stringify(cards).includes(on)) continue;
    const button = objectsIn(cards)
      .flatMap((one) => TeamsButton.safeParse(one).data ?? [])
      .find(({ title }) => title === label);
    if (button) return { place: { conversation, message: id }, ...button };
  }
  throw new Error(`${who} has no "${label}" on a card with "${on}"`);
}

/** Every object inside a value, the outer ones first. */
export function objectsIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}
