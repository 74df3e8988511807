/** Do the chats take our credentials, and can the register team and the officers be reached? */
import { CHANNEL_FAULT_WORDS } from "../../../cards/refusals.ts";
import { activeAccounts, findChannel } from "../../../db/queries/deliveries.ts";
import { loadAccounts, loadOfficers } from "../../../db/queries/officers.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { loadTenants } from "../../../db/queries/organisations.ts";
import { background } from "../../../db/transaction.ts";
import { channelFaults } from "../../policy/channel/channel-faults.ts";
import type { ChannelPurpose } from "../../policy/channel/channel-purposes.ts";
import type { Chat } from "../../policy/vocabulary.ts";
import { packOf } from "../../usecases/pack-of.ts";
import { type Check, type Finding, fault, type Patient, well } from "./check.ts";
import type { TokenState } from "./probe.ts";

const TOKEN_WORDS: Readonly<Record<Chat, Readonly<Record<TokenState, Finding>>>> = {
  slack: {
    valid: well("Slack takes the token"),
    refused: fault("Slack refuses the token. Install the app again and set SLACK_BOT_TOKEN"),
    unreachable: fault("Slack cannot be reached. Check the network"),
  },
  teams: {
    valid: well("Teams takes the password"),
    refused: fault("Teams refuses the password. Make a new one and set MICROSOFT_APP_PASSWORD"),
    unreachable: fault("Teams cannot be reached. Check the network"),
  },
};

/** A chat in which an organisation has people must be configured. */
export const tokens: Check = {
  name: "chat credentials",
  run: async ({ app, organisations, probe }) => {
    const used = new Set<Chat>();
    for (const { id } of organisations)
      for (const { chat } of await background(app, id, (tx) => loadTenants(tx, id))) used.add(chat);
    return Promise.all(
      [...used].map(async (chat) => {
        const state = await (await probe(chat))?.token();
        return state
          ? TOKEN_WORDS[chat][state]
          : fault(`${chat} is not configured here, but officers have accounts in it. Set its variables`);
      }),
    );
  },
};

type Council = Patient["organisations"][number];

export const channels: Check = {
  name: "register channel",
  run: async (patient) =>
    (await Promise.all(patient.organisations.map((one) => channelOf(patient, one, "register")))).flat(),
};

/** A council whose policy asks for no card in a channel of its senior staff needs none, and may have one. */
export const seniorChannels: Check = {
  name: "senior staff's channel",
  run: async (patient) =>
    (await Promise.all(patient.organisations.map((one) => channelOf(patient, one, "seniors")))).flat(),
};

const CHOOSE: Readonly<Record<ChannelPurpose, string>> = {
  register:
    'none chosen. Type "/contact-register use-this-channel" in it, or run: npm run register -- channel --organisation SLUG --slack ID (or --teams ID)',
  seniors:
    'none chosen, and the policy asks for a card in it. Type "/contact-register use-this-channel-for-seniors" in it, or run: npm run register -- channel --organisation SLUG --seniors --slack ID (or --teams ID)',
};

async function isNeeded({ app }: Patient, { id }: Council, purpose: ChannelPurpose): Promise<boolean> {
  if (purpose === "register") return true;
  return await background(app, id, async (tx) => {
    const pack = await packOf(tx, id, await loadOrganisation(tx, id));
    return pack.openProposal.maskedCardInSeniorChannel.value;
  });
}

async function channelOf(patient: Patient, council: Council, purpose: ChannelPurpose): Promise<readonly Finding[]> {
  const { app, probe } = patient;
  const { id, slug } = council;
  const channel = await background(app, id, (tx) => findChannel(tx, id, purpose));
  if (!channel)
    return (await isNeeded(patient, council, purpose))
      ? [fault(`${slug}: ${CHOOSE[purpose]}`)]
      : [well(`${slug}: none chosen, and the policy asks for none`)];
  const { chat, tenant, conversationId, serviceUrl } = channel;
  const facts = await (await probe(chat))?.channel(tenant, { id: conversationId, serviceUrl });
  if (!facts) return [fault(`${slug}: chosen, but cannot be looked at: ${chat} is not configured here`)];
  if (facts.kind === "unreachable")
    return [fault(`${slug}: cannot be looked at, ${chat} does not answer. Try again in a minute`)];
  const linked = await background(app, id, (tx) => activeAccounts(tx, id, chat));
  const faults = facts.kind === "seen" ? channelFaults(facts, linked) : [facts.kind];
  return faults.length === 0
    ? [well(`${slug}: can be used`)]
    : faults.map((code) => fault(`${slug}: ${CHANNEL_FAULT_WORDS[code]}`));
}

/** Everybody who works there has an account, and each account is one that the chat knows. */
export const accounts: Check = {
  name: "accounts",
  run: async (patient) => (await Promise.all(patient.organisations.map((one) => accountsOf(patient, one)))).flat(),
};

async function accountsOf(
  { app, probe }: Patient,
  { id, slug }: Patient["organisations"][number],
): Promise<readonly Finding[]> {
  const [officers, linked] = await background(
    app,
    id,
    async (tx) => [await loadOfficers(tx, id), await loadAccounts(tx, id)] as const,
  );
  const working = officers.filter(({ status }) => status !== "left");
  const faults: Finding[] = working
    .filter((officer) => !linked.some(({ officerId }) => officerId === officer.id))
    .map(({ email }) => fault(`${slug}: ${email} has no account. Run: npm run register -- link`));
  for (const { chat, tenant, account, officerId, conversationId, serviceUrl } of linked) {
    const officer = working.find((one) => one.id === officerId);
    const state =
      officer &&
      (await (await probe(chat))?.account(tenant, account, conversationId ? { id: conversationId, serviceUrl } : null));
    if (state === "not-found")
      faults.push(fault(`${slug}: ${chat} does not know the account of ${officer?.email}. Run unlink, then link`));
    if (state === "unreachable")
      faults.push(fault(`${slug}: ${chat} does not say whether it knows the account of ${officer?.email}. Try again`));
  }
  return faults.length === 0 ? [well(`${slug}: all ${working.length} officers are linked`)] : faults;
}
