import { type AccountKey, findOfficerByAccount, findTenantOwner } from "../../db/queries/accounts.ts";
import type { Actor, Context } from "./context.ts";

/**
 * Who it is. `unlinked`: the workspace is ours, the account is not linked yet, and these can link it.
 * `gone`: the officer has left. `foreign`: the workspace or tenant belongs to nobody here.
 */
export type Identity =
  | { readonly code: "officer"; readonly actor: Actor }
  | { readonly code: "unlinked"; readonly account: string; readonly administrators: readonly string[] }
  | { readonly code: "gone" }
  | { readonly code: "foreign" };

/** Reads the officer behind a chat account, anew at each act (DESIGN decision 7). */
export function identify({ db }: Pick<Context, "db">) {
  return async (account: AccountKey): Promise<Identity> => {
    const actor = await findOfficerByAccount(db, account);
    if (actor) return actor.status === "left" ? { code: "gone" } : { code: "officer", actor };

    const owner = await findTenantOwner(db, account.chat, account.tenant);
    return owner
      ? { code: "unlinked", account: account.account, administrators: owner.administrators }
      : { code: "foreign" };
  };
}
