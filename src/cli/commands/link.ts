/** Chat accounts and their officers (DESIGN decision 7). */
import { type LinkOutcome, linkAccount, type UnlinkOutcome, unlinkAccount } from "../../usecases/link-account.ts";
import { accountOption, CHAT_OPTIONS } from "../account-option.ts";
import { type Command, required } from "../command.ts";
import { withOrganisation } from "../with-database.ts";
import { NO_ADMINISTRATOR } from "./policy-words.ts";

const OPTIONS = { organisation: { type: "string" }, email: { type: "string" }, ...CHAT_OPTIONS } as const;
const USAGE = "--organisation SLUG --email EMAIL --slack TEAM/USER | --teams TENANT/AAD";
const DONE = new Set<string>(["linked", "already-linked", "unlinked", "last-administrator-unlinked"]);

const WORDS: Readonly<Record<LinkOutcome["code"] | UnlinkOutcome["code"], string>> = {
  linked: "Linked.",
  "already-linked": "It was linked already.",
  unlinked: "Unlinked.",
  "last-administrator-unlinked": "Unlinked.",
  "unknown-officer": "Nobody on the staff list has this email. Import the staff list first, or correct the email.",
  "officer-has-left": "This officer has left. Nobody who has left is linked.",
  "officer-has-account": "This officer has another account in this chat. Unlink that one first.",
  "account-taken": "This account belongs to another officer. Unlink it there first.",
  "tenant-taken": "This workspace or tenant belongs to another organisation. It can belong to one only.",
  "not-linked": "This account is not linked to this officer.",
};

export const link: Command = {
  name: "link",
  usage: USAGE,
  about: "Says that a chat account is an officer's.",
  options: OPTIONS,
  words: 0,
  run: (setting, given) => {
    const [email, account] = [required(given, "email"), accountOption(given)];
    return withOrganisation(setting, given, async ({ app, organisation }) => {
      const { code } = await linkAccount({ db: app, now: setting.now })({ organisation, email, account });
      return told(setting, code);
    });
  },
};

export const unlink: Command = {
  name: "unlink",
  usage: USAGE,
  about: "Takes a chat account away from an officer.",
  options: OPTIONS,
  words: 0,
  run: (setting, given) => {
    const [email, account] = [required(given, "email"), accountOption(given)];
    return withOrganisation(setting, given, async ({ app, organisation }) => {
      const { code } = await unlinkAccount({ db: app, now: setting.now })({ organisation, email, account });
      return told(setting, code);
    });
  },
};

function told({ say, complain }: Parameters<Command["run"]>[0], code: keyof typeof WORDS): 0 | 1 {
  const done = DONE.has(code);
  (done ? say : complain)(WORDS[code]);
  if (code === "last-administrator-unlinked") complain(NO_ADMINISTRATOR);
  return done ? 0 : 1;
}
