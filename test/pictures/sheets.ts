/** The gallery of all cards and forms, as the two renderers give it to the chats, a handful on a sheet. */
import { type SlackView, slackMessage, slackModal, slackToldModal } from "../../cards/render/slack.ts";
import { type TeamsDialog, teamsCard, teamsDialog, teamsTold } from "../../cards/render/teams.ts";
import { ALL_FORMS, POSTED, TOLD } from "../cards/support/gallery.ts";
import type { Picture, Sheet } from "./picture.ts";

/** A form with every field is as high as a picture can be. */
const ON_A_SHEET = { cards: 6, forms: 1 };

/** Every card that is posted, every card that one person is shown, every form. */
export function sheets(): readonly Sheet[] {
  const posted = POSTED.map((card) => ({
    label: card.title,
    slack: { window: null, blocks: slackMessage(card, "copy").blocks, foot: [] },
    teams: { window: null, card: teamsCard(card) },
  }));
  const told = TOLD.map((card) => inWindows(card.title, slackToldModal(card), teamsTold(card)));
  const forms = ALL_FORMS.map((form) => inWindows(form.title, slackModal(form), teamsDialog(form)));
  return [
    ...handfuls("posted", posted, ON_A_SHEET.cards),
    ...handfuls("told", told, ON_A_SHEET.cards),
    ...handfuls("form", forms, ON_A_SHEET.forms),
  ];
}

function inWindows(label: string, view: SlackView, dialog: TeamsDialog): Picture {
  const foot = [view.close, view.submit].flatMap((button) => (button ? [button.text] : []));
  return {
    label,
    slack: { window: view.title.text, blocks: view.blocks, foot },
    teams: { window: dialog.title, card: dialog.card },
  };
}

/** Each is labelled with its place in the gallery's list, counted from 1. */
function handfuls(kind: string, all: readonly Picture[], size: number): Sheet[] {
  const labelled = all.map((picture, at) => ({ ...picture, label: `${kind} ${at + 1}: ${picture.label}` }));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => ({
    name: `${kind}-${String(at + 1).padStart(2, "0")}`,
    pictures: labelled.slice(at * size, (at + 1) * size),
  }));
}
