/** auth.test, api.test and users.info. */
import { z } from "zod";
import { bot, person, type SlackOptions, type SlackPerson } from "../state.ts";
import { flag } from "./message-shape.ts";
import { type Method, method, refused } from "./method.ts";

const authTest = method(z.object({}), ({ options }) => ({
  ok: true,
  url: "https://sandbox.slack.example/",
  team: "Sandbox",
  user: "restricted-contact",
  team_id: options.teamId,
  user_id: options.botUserId,
  bot_id: options.botId,
  is_enterprise_install: false,
}));

const info = method(z.object({ user: z.string(), include_locale: flag.optional() }), ({ options }, args) => {
  const locale = args.include_locale === true ? { locale: "en-GB" } : {};
  if (args.user === options.botUserId) return { ok: true, user: { ...botShape(options), ...locale } };
  const found = person(options, args.user);
  return found === undefined
    ? refused("user_not_found")
    : { ok: true, user: { ...userShape(options, found), ...locale } };
});

function userShape(
  { teamId }: SlackOptions,
  { userId, name, title, email, deactivated, guest, stranger }: SlackPerson,
) {
  return {
    id: userId,
    team_id: stranger === true ? "T0STRANGER" : teamId,
    name: handle(name),
    real_name: name,
    deleted: deactivated ?? false,
    tz: "Europe/London",
    tz_label: "Greenwich Mean Time",
    tz_offset: 0,
    is_bot: false,
    is_restricted: guest ?? false,
    is_ultra_restricted: false,
    is_stranger: stranger ?? false,
    profile: { real_name: name, display_name: name, title: title ?? "", ...(email !== undefined && { email }) },
  };
}

function botShape(options: SlackOptions) {
  const { id, name } = bot(options);
  return { ...userShape(options, { userId: id, name }), is_bot: true };
}

export const handle = (name: string): string => name.toLowerCase().replace(/\W+/g, ".");

export const people: Readonly<Record<string, Method>> = {
  "api.test": method(z.looseObject({}), (_workspace, args) => ({ ok: true, args })),
  "auth.test": authTest,
  "users.info": info,
};
