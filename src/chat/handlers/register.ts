/** `/contact-register`: the list, an entry, "find" and "use this channel". */
import { registerEntry, registerList } from "../../../cards/register-list.ts";
import type { ChannelPurpose } from "../../policy/channel/channel-purposes.ts";
import type { Role } from "../../policy/vocabulary.ts";
import type { ChannelOutcome } from "../../usecases/choose-channel.ts";
import type { Actor } from "../../usecases/context.ts";
import type { RegisterEntry, RegisterPage } from "../../usecases/read-register.ts";
import type { Answer, Command } from "../desk.ts";
import { type DelegateDeps, openDelegate } from "./delegate.ts";
import { type OnPress, recorded, refused, refusedAs } from "./handler.ts";
import { earlierInWords, judgedInWords } from "./judgement-words.ts";
import { type SearchDeps, searchCommand } from "./search.ts";
import { type StaffDeps, staffCommand } from "./staff.ts";
import { WHOLE_REGISTER } from "./whole-register.ts";
import { type WorkDeps, workCard } from "./work.ts";

export type RegisterDeps = WorkDeps &
  StaffDeps &
  SearchDeps &
  Pick<DelegateDeps, "now"> & {
    readonly readRegister: (command: { actor: Actor; page: number }) => Promise<RegisterPage>;
    readonly readRegisterEntry: (command: { actor: Actor; arrangement: string }) => Promise<RegisterEntry>;
    /** Looks at the channel first (a network call), then chooses it in one transaction. */
    readonly useChannel: (command: {
      actor: Actor;
      command: Command;
      purpose: ChannelPurpose;
    }) => Promise<ChannelOutcome>;
  };

const USE_THIS_CHANNEL = new Map<string, ChannelPurpose>([
  ["use-this-channel", "register"],
  ["use-this-channel-for-seniors", "seniors"],
]);
const MY_WORK = "my-work";
const DELEGATE = "delegate";
/** Alone, or before a part of a name. */
const STAFF = /^staff(?:\s+(.*))?$/is;
/** Alone, or before what is looked for. */
const FIND = /^find(?:\s+(.*))?$/is;

export async function registerCommand(deps: RegisterDeps, actor: Actor, command: Command): Promise<Answer> {
  const purpose = USE_THIS_CHANNEL.get(command.text.toLowerCase());
  if (purpose) return await chooseChannel(deps, { actor, command, purpose });
  if (command.text.toLowerCase() === DELEGATE) return openDelegate(deps, actor);
  const find = FIND.exec(command.text);
  if (find) return await searchCommand(deps, actor, find[1] ?? "");
  const staff = STAFF.exec(command.text);
  if (staff) return await staffCommand(deps, actor, staff[1] ?? "");
  if (command.text.toLowerCase() === MY_WORK || (command.text === "" && hasCases(actor)))
    return { kind: "told", card: await workCard(deps, actor, 1) };
  return command.text === "" ? await listPage(deps, actor, 1) : refused({ code: "unknown-command" });
}

/** Whose case list is their own work: the register is the register team's. */
function hasCases({ roles }: Actor): boolean {
  return !roles.includes("register_team") && roles.some((role) => CASE_ROLES.includes(role));
}

const CASE_ROLES: readonly Role[] = ["service_manager", "senior_officer", "executive"];

async function chooseChannel(
  { useChannel }: RegisterDeps,
  chosen: { actor: Actor; command: Command; purpose: ChannelPurpose },
): Promise<Answer> {
  const choice = await useChannel(chosen);
  switch (choice.code) {
    case "chosen":
      return chosen.purpose === "register"
        ? recorded("This channel is now the register's", "Alerts are posted here, with references and counts only.")
        : recorded("This channel is now the senior staff's", "It hears of proposals, where your policy asks for that.");
    case "refused":
      return refused({ code: "channel-refused", reasons: choice.faults });
    case "not-entitled":
      return refused({ code: "no-role", needs: ["the register team", "an administrator"], ask: [] });
    case "foreign-tenant":
      return refused({ code: "unknown-organisation" });
    case "unreachable":
      return refused({ code: "unavailable" });
  }
}

export const openRegisterPage =
  (deps: RegisterDeps): OnPress =>
  async (actor, { target }) =>
    await listPage(deps, actor, target.version);

async function listPage({ readRegister }: RegisterDeps, actor: Actor, page: number): Promise<Answer> {
  const read = await readRegister({ actor, page });
  if (read.code !== "page") return refused({ code: "no-role", needs: ["the register team"], ask: [] });
  return { kind: "told", card: registerList({ ...read, pageTargetId: WHOLE_REGISTER }) };
}

export const openRegisterEntry =
  ({ readRegisterEntry }: RegisterDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readRegisterEntry({ actor, arrangement: target.id });
    if (read.code !== "opened") return refusedAs(read.code);
    const { judged, earlier, ...entry } = read.facts;
    const card = registerEntry({
      ...entry,
      judged: judgedInWords(judged),
      earlier: earlier.map((one) => earlierInWords(one, actor.timeZone)),
    });
    return { kind: "told", card };
  };
