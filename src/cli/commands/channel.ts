/** `register channel`: the channel of the register team, or of the senior staff (DESIGN decision 8). */
import { CHANNEL_FAULT_WORDS } from "../../../cards/refusals.ts";
import { loadTenants, type Tenant } from "../../../db/queries/organisations.ts";
import { background } from "../../../db/transaction.ts";
import type { ChannelPurpose } from "../../policy/channel/channel-purposes.ts";
import { CHATS } from "../../policy/vocabulary.ts";
import { type ChannelLook, type ChannelOutcome, chooseChannel } from "../../usecases/choose-channel.ts";
import { CHAT_OPTIONS, chatOption } from "../account-option.ts";
import type { Command, Exit, Setting } from "../command.ts";
import { type AtWork, withOrganisation } from "../with-database.ts";

export const channel: Command = {
  name: "channel",
  usage: "--organisation SLUG [--seniors] --slack ID | --teams ID",
  about:
    "Makes a private channel the register team's; with --seniors, the senior staff's. With several workspaces: TEAM/ID. In Teams: CHANNEL;team=TEAM, the 19:… ids in the links to both.",
  options: { organisation: { type: "string" }, seniors: { type: "boolean" }, ...CHAT_OPTIONS },
  words: 0,
  run: (setting, given) => {
    const { chat, value } = chatOption(given);
    const purpose = given.options["seniors"] === true ? "seniors" : "register";
    return withOrganisation(setting, given, async (at) => {
      const place = placeOf(
        value,
        (await tenantsOf(at)).filter((one) => one.chat === chat),
      );
      if (typeof place === "string") return refused(setting, [place]);
      return choose(setting, at, { chat, purpose, ...place });
    });
  },
};

type Place = Tenant & { readonly id: string };
type Chosen = Place & { readonly purpose: ChannelPurpose };

const tenantsOf = ({ app, organisation }: AtWork): Promise<readonly Tenant[]> =>
  background(app, organisation, (tx) => loadTenants(tx, organisation));

function placeOf(value: string, tenants: readonly Tenant[]): Omit<Place, "chat"> | string {
  const [, named, id] = /^([^/]+)\/(.+)$/.exec(value) ?? [];
  if (named !== undefined && id !== undefined) return { tenant: named, id };
  const [only, another] = tenants;
  if (another)
    return `The organisation has several workspaces or tenants. Say which: ${tenants.map((one) => `${one.tenant}/${value}`).join(" or ")}`;
  return only
    ? { tenant: only.tenant, id: value }
    : "The organisation has no workspace or tenant in this chat yet. Link an account first.";
}

async function choose(setting: Setting, { app, organisation }: AtWork, chosen: Chosen): Promise<Exit> {
  const { id, ...place } = chosen;
  const { chat, tenant, purpose } = place;
  const conversation = { id, serviceUrl: null };
  const look: ChannelLook = (await (await setting.probe(chat))?.channel(tenant, conversation)) ?? {
    kind: "not-looked",
  };
  const context = { db: app, now: setting.now, chats: new Set(CHATS) };
  const outcome = await chooseChannel(context)({ organisation, ...place, conversation, look, by: null });
  if (outcome.code !== "chosen") return refused(setting, wordsFor(outcome));
  const unseen = look.kind === "not-looked" ? " It was not looked at from here: that is done before each post." : "";
  setting.say(`The ${purpose === "register" ? "register's" : "senior staff's"} channel is ${tenant}/${id}.${unseen}`);
  return 0;
}

function refused({ complain }: Setting, lines: readonly string[]): Exit {
  for (const line of lines) complain(line);
  return 1;
}

function wordsFor(outcome: Exclude<ChannelOutcome, { code: "chosen" }>): readonly string[] {
  switch (outcome.code) {
    case "refused":
      return outcome.faults.map((fault) => CHANNEL_FAULT_WORDS[fault]);
    case "unreachable":
      return ["The chat cannot be reached, so the channel could not be looked at. Try again in a minute."];
    case "not-entitled":
      return ["Only the register team and administrators choose the channel."];
    case "foreign-tenant":
      return ["This workspace or tenant is not the organisation's."];
  }
}
