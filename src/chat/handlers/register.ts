/** `/contact-register`: the list, an entry, and "use this channel". */
import { registerEntry, registerList } from "../../../cards/register-list.ts";
import type { Role } from "../../policy/vocabulary.ts";
import type { ChannelOutcome } from "../../usecases/choose-register-channel.ts";
import type { Actor } from "../../usecases/context.ts";
import type { RegisterEntry, RegisterPage } from "../../usecases/read-register.ts";
import type { Answer, Command } from "../desk.ts";
import { type DelegateDeps, openDelegate } from "./delegate.ts";
import { type OnPress, recorded, refused, refusedAs } from "./handler.ts";
import { type StaffDeps, staffCommand } from "./staff.ts";
import { type WorkDeps, workCard } from "./work.ts";

export type RegisterDeps = WorkDeps &
  StaffDeps &
  Pick<DelegateDeps, "now"> & {
    readonly readRegister: (command: { actor: Actor; page: number }) => Promise<RegisterPage>;
    readonly readRegisterEntry: (command: { actor: Actor; arrangement: string }) => Promise<RegisterEntry>;
    /** Looks at the channel first (a network call), then chooses it in one transaction. */
    readonly useChannel: (command: { actor: Actor; command: Command }) => Promise<ChannelOutcome>;
  };

/** A page button is about no one thing: it carries the id that means all of it. */
export const WHOLE_REGISTER = "00000000-0000-4000-8000-000000000000";
const USE_THIS_CHANNEL = "use-this-channel";
const MY_WORK = "my-work";
const DELEGATE = "delegate";
/** Alone, or before a part of a name. */
const STAFF = /^staff(?:\s+(.*))?$/is;

export async function registerCommand(deps: RegisterDeps, actor: Actor, command: Command): Promise<Answer> {
  if (command.text.toLowerCase() === USE_THIS_CHANNEL) return await chooseChannel(deps, actor, command);
  if (command.text.toLowerCase() === DELEGATE) return openDelegate(deps, actor);
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

async function chooseChannel({ useChannel }: RegisterDeps, actor: Actor, command: Command): Promise<Answer> {
  const choice = await useChannel({ actor, command });
  switch (choice.code) {
    case "chosen":
      return recorded("This channel is now the register's", "Alerts are posted here, with references and counts only.");
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
    return read.code === "opened" ? { kind: "told", card: registerEntry(read.facts) } : refusedAs(read.code);
  };
