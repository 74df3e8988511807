import { activeAccounts, takeCopy } from "../../../db/queries/deliveries.ts";
import { background } from "../../../db/transaction.ts";
import { type ChannelSeen, channelFaults } from "../../policy/channel/channel-faults.ts";
import type { Context } from "../context.ts";
import { divert } from "./divert.ts";
import type { CopyKey } from "./take-delivery.ts";

export type ChannelLook = ({ readonly kind: "seen" } & ChannelSeen) | { readonly kind: "not-in-channel" };

/**
 * Whether a channel may be posted to at this moment. When not, the reason is recorded, and the register team and the
 * administrators are told directly; so is the team what would have been posted in its own (DESIGN decision 8).
 */
export function checkChannel({ db, now, chats }: Context) {
  return async (key: CopyKey, look: ChannelLook): Promise<boolean> => {
    return await background(db, key.organisation, async (tx) => {
      const copy = await takeCopy(tx, key);
      if (!copy) return false;
      const faults =
        look.kind === "seen"
          ? channelFaults(look, await activeAccounts(tx, key.organisation, copy.chat))
          : (["not-in-channel"] as const);
      if (faults.length === 0) return true;
      await divert(tx, copy, { faults, now: now(), chats });
      return false;
    });
  };
}
