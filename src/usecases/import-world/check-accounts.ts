/** Chat accounts: each belongs to one officer, in a workspace or tenant of the organisation (DESIGN decision 7). */
import type { AccountKey } from "../../../db/queries/accounts.ts";
import { entriesOf, type WorldDraft } from "./draft.ts";
import { fault, type Path, type WorldFault } from "./fault.ts";
import { emailKey, type Known } from "./known.ts";
import { repeats } from "./repeats.ts";

type Named = AccountKey & { readonly index: number; readonly path: Path; readonly email: string | undefined };

/** Accounts named twice, of a workspace that is not declared, or linked otherwise in the register. */
export function accountFaults(draft: WorldDraft, known: Known): readonly WorldFault[] {
  const named = accountsNamed(draft);
  return [
    ...namedTwice(named),
    ...undeclared(draft, named),
    ...named.flatMap((account) => linkedOtherwise(account, known)),
  ];
}

function accountsNamed({ staff }: WorldDraft): readonly Named[] {
  return entriesOf(staff).flatMap(([index, { email, slack, teams }]) => {
    const found: Named[] = [];
    if (slack?.teamId !== undefined && slack.userId !== undefined)
      found.push({
        index,
        email,
        path: ["staff", index, "slack"],
        chat: "slack",
        tenant: slack.teamId.trim(),
        account: slack.userId.trim(),
      });
    if (teams?.tenantId !== undefined && teams.aadObjectId !== undefined)
      found.push({
        index,
        email,
        path: ["staff", index, "teams"],
        chat: "teams",
        tenant: lower(teams.tenantId),
        account: lower(teams.aadObjectId),
      });
    return found;
  });
}

const lower = (text: string): string => text.trim().toLowerCase();
const keyOf = ({ chat, tenant, account }: AccountKey): string => `${chat}:${tenant}:${account}`;

function namedTwice(named: readonly Named[]): readonly WorldFault[] {
  return repeats(named.map((account, place) => [place, keyOf(account)])).flatMap(({ index, first }) => {
    const [again, before] = [named[index], named[first]];
    return again && before ? [fault(again.path, `is also the account of staff[${before.index}]`)] : [];
  });
}

/** An organisation that declares its workspaces has no others. */
function undeclared({ organisation }: WorldDraft, named: readonly Named[]): readonly WorldFault[] {
  const declared = {
    slack: organisation?.slack?.teamIds?.map((id) => id?.trim()),
    teams: organisation?.teams?.tenantIds?.map((id) => id?.trim().toLowerCase()),
  };
  return named.flatMap(({ chat, tenant, path }) => {
    if (!declared[chat] || declared[chat].includes(tenant)) return [];
    const [key, list] =
      chat === "slack" ? ["teamId", "organisation.slack.teamIds"] : ["tenantId", "organisation.teams.tenantIds"];
    return [fault([...path, key], `is not in ${list}`)];
  });
}

/** An import never takes an account from anybody: `register unlink` does. */
function linkedOtherwise({ path, email, ...account }: Named, { accounts, staff }: Known): readonly WorldFault[] {
  if (email === undefined) return [];
  const officer = staff.get(emailKey(email))?.id;
  const holder = accounts.find((linked) => keyOf(linked) === keyOf(account));
  if (holder && holder.officerId !== officer)
    return [fault(path, "is linked to another officer in the register. Unlink it there first: register unlink")];
  const other = accounts.find((linked) => linked.officerId === officer && linked.chat === account.chat);
  if (!holder && other)
    return [
      fault(path, "is not the account that this officer has in the register. Unlink that one first: register unlink"),
    ];
  return [];
}
