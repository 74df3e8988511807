/** Makes a channel the register team's or the senior staff's, when it may hold what is posted there (DESIGN decision 8). */
import { v7 as newId } from "uuid";
import { appendAudit } from "../../db/queries/audit.ts";
import { addCopies } from "../../db/queries/copies.ts";
import { activeAccounts } from "../../db/queries/deliveries.ts";
import { loadAccounts } from "../../db/queries/officers.ts";
import { loadTenantOwners, lockPurposeOf, saveChannel, type Tenant } from "../../db/queries/organisations.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { type ChannelFault, type ChannelSeen, channelFaults } from "../policy/channel/channel-faults.ts";
import type { ChannelPurpose } from "../policy/channel/channel-purposes.ts";
import type { Actor, Context } from "./context.ts";

/** What the chat said of the channel just now. `not-looked`: no chat was at hand; it is looked at before each post anyway. */
export type ChannelLook =
  | ({ readonly kind: "seen" } & ChannelSeen)
  | { readonly kind: "not-in-channel" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "not-looked" };

export type ChooseChannel = Tenant & {
  readonly organisation: string;
  readonly purpose: ChannelPurpose;
  /** Null: an administrator at the command line. */
  readonly by: Pick<Actor, "officer" | "roles"> | null;
  readonly conversation: { readonly id: string; readonly serviceUrl: string | null };
  readonly look: ChannelLook;
};

export type ChannelOutcome =
  | { readonly code: "chosen" }
  | { readonly code: "refused"; readonly faults: readonly ChannelFault[] }
  /** The chat did not answer: nothing was changed. */
  | { readonly code: "unreachable" }
  | { readonly code: "not-entitled" }
  /** The workspace or tenant is not the organisation's. */
  | { readonly code: "foreign-tenant" };

/** Chooses the channel; a notice in it says so. The look at the chat comes before, outside the transaction. */
export function chooseChannel({ db, now, chats }: Context) {
  return (command: ChooseChannel): Promise<ChannelOutcome> =>
    interactive(db, command.organisation, async (tx) => {
      const { organisation, purpose, chat, tenant, by, conversation } = command;
      if (by && !by.roles.some((role) => role === "register_team" || role === "administrator"))
        return { code: "not-entitled" };
      const owner = (await loadTenantOwners(tx, [command])).get(`${chat}:${tenant}`);
      if (owner !== organisation) return { code: "foreign-tenant" };
      if (command.look.kind === "unreachable") return { code: "unreachable" };
      const faults = await faultsOf(tx, command);
      if (faults.length > 0) return { code: "refused", faults };

      const at = now();
      const serviceUrl = conversation.serviceUrl ?? (await knownServiceUrl(tx, command));
      const chosenBy = by?.officer ?? null;
      await saveChannel(tx, {
        organisationId: organisation,
        purpose,
        chat,
        tenant,
        conversationId: conversation.id,
        serviceUrl,
        chosenBy,
        chosenAt: at,
      });
      await appendAudit(tx, {
        organisation,
        at,
        event: CHOSEN[purpose].event,
        by: chosenBy,
        subject: { kind: "organisation", id: organisation },
        facts: { chat, channel: conversation.id },
      });
      await addCopies(tx, { organisation, chats, now: at }, [
        { kind: "channel-chosen", subject: newId(), officer: CHOSEN[purpose].place },
      ]);
      return { code: "chosen" };
    });
}

const CHOSEN = {
  register: { event: "register-channel-chosen", place: "register-team" },
  seniors: { event: "senior-channel-chosen", place: "senior-channel" },
} as const;

const TAKEN: Readonly<Record<ChannelPurpose, ChannelFault>> = {
  register: "is-the-registers",
  seniors: "is-the-seniors",
};

async function faultsOf(tx: Tx, command: ChooseChannel): Promise<readonly ChannelFault[]> {
  const { organisation, purpose, conversation } = command;
  const other = await lockPurposeOf(tx, organisation, { ...command, id: conversation.id });
  const taken = other !== undefined && other !== purpose ? [TAKEN[other]] : [];
  return [...taken, ...(await faultsSeen(tx, command))];
}

async function faultsSeen(tx: Tx, { organisation, chat, look }: ChooseChannel): Promise<readonly ChannelFault[]> {
  switch (look.kind) {
    case "seen":
      return channelFaults(look, await activeAccounts(tx, organisation, chat));
    case "not-in-channel":
      return ["not-in-channel"];
    case "unreachable":
    case "not-looked":
      return [];
  }
}

/** Teams is reached at the address that a tenant's activities named; the command line knows none of its own. */
async function knownServiceUrl(tx: Tx, { organisation, chat, tenant }: ChooseChannel): Promise<string | null> {
  const accounts = await loadAccounts(tx, organisation);
  return (
    accounts.find((one) => one.chat === chat && one.tenant === tenant && one.serviceUrl !== null)?.serviceUrl ?? null
  );
}
