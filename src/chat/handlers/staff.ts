/** `/contact-register staff`: the list, an officer, and the form that adds or changes one. For administrators. */
import { randomUUID } from "node:crypto";
import type { Form, Option } from "../../../cards/model.ts";
import { staffForm } from "../../../cards/staff-form.ts";
import { staffEntry, staffList } from "../../../cards/staff-list.ts";
import { staffChangedMeanwhile, staffSaved } from "../../../cards/staff-saved.ts";
import { officerToFind } from "../../policy/staff/people-found.ts";
import { CHATS, OFFICER_STATUSES, ROLES } from "../../policy/vocabulary.ts";
import type { Actor } from "../../usecases/context.ts";
import type { OfficerRead, ReadStaff, StaffForm, StaffPage } from "../../usecases/directory/read-staff.ts";
import type { SaveOfficer, SaveOutcome } from "../../usecases/directory/save-officer.ts";
import type { Answer, Submission } from "../desk.ts";
import { among, faultsIn, type OnPress, type OnSubmit, one, refused, several, tooLong } from "./handler.ts";
import { asOption } from "./people.ts";
import { entryFaults, refusalFaults } from "./staff-faults.ts";

export type StaffDeps = {
  readonly readStaff: (command: ReadStaff) => Promise<StaffPage>;
  readonly readOfficer: (command: { actor: Actor; officer: string }) => Promise<OfficerRead>;
  readonly prepareOfficer: (command: { actor: Actor }) => Promise<StaffForm>;
  readonly saveOfficer: (command: SaveOfficer) => Promise<SaveOutcome>;
};

/** A page button is about no one officer: it carries the id that means all of them. */
const WHOLE_STAFF = "00000000-0000-4000-8000-000000000000";
const NOT_YOURS = refused({ code: "no-role", needs: ["an administrator"], ask: [] });

/** The words after `staff`, if any, are a part of a name. */
export async function staffCommand(deps: StaffDeps, actor: Actor, find: string): Promise<Answer> {
  return await listed(deps, { actor, page: 1, find: find === "" ? null : find });
}

export const openStaffPage =
  (deps: StaffDeps): OnPress =>
  async (actor, { target }) =>
    await listed(deps, { actor, page: target.version, find: null });

async function listed({ readStaff }: StaffDeps, command: ReadStaff): Promise<Answer> {
  const read = await readStaff(command);
  if (read.code !== "page") return NOT_YOURS;
  const rows = read.rows.map(({ id, ...officer }) => ({ ...officer, target: { id, version: 1 } }));
  return { kind: "told", card: staffList({ ...read, rows, find: command.find, pageTargetId: WHOLE_STAFF }) };
}

export const openStaffEntry =
  ({ readOfficer }: StaffDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readOfficer({ actor, officer: target.id });
    if (read.code !== "opened") return notOpened(read.code);
    const { officer, version, lineManager, deputy, accounts } = read;
    const card = staffEntry({
      ...officer,
      ...accounts,
      target: { id: officer.id, version },
      lineManager: lineManager?.name ?? null,
      deputy: deputy?.name ?? null,
    });
    return { kind: "told", card };
  };

/** Opened from a card of before a change, the form shows the entry as it is now. */
export const openStaffChange =
  ({ readOfficer }: StaffDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readOfficer({ actor, officer: target.id });
    return read.code === "opened" ? { kind: "form", form: changeForm(read) } : notOpened(read.code);
  };

export const openStaffAdd =
  ({ prepareOfficer }: StaffDeps): OnPress =>
  async (actor) => {
    const ready = await prepareOfficer({ actor });
    if (ready.code !== "ready") return NOT_YOURS;
    // The id is made here: a form sent twice adds one officer.
    const target = { id: randomUUID(), version: 0 };
    return { kind: "form", form: staffForm({ target, chats: ready.chats, officer: null }) };
  };

export const sendStaffAdd =
  (deps: StaffDeps): OnSubmit =>
  async (actor, submission) => {
    const ready = await deps.prepareOfficer({ actor });
    if (ready.code !== "ready") return NOT_YOURS;
    const form = staffForm({ target: submission.target, chats: ready.chats, officer: null });
    return await save(deps, { actor, submission, form, version: null });
  };

export const sendStaffChange =
  (deps: StaffDeps): OnSubmit =>
  async (actor, submission) => {
    const read = await deps.readOfficer({ actor, officer: submission.target.id });
    if (read.code !== "opened") return notOpened(read.code);
    return await save(deps, { actor, submission, form: changeForm(read), version: submission.target.version });
  };

type Sent = {
  readonly actor: Actor;
  readonly submission: Submission;
  readonly form: Form;
  readonly version: number | null;
};

async function save({ saveOfficer }: StaffDeps, { actor, submission, form, version }: Sent): Promise<Answer> {
  const { values, target, from } = submission;
  const shown = { ...form, target };
  const faults = faultsIn(shown, { ...tooLong(shown, values), ...entryFaults(shown, values) });
  if (faults) return faults;
  const asked = CHATS.filter((chat) => form.fields.some(({ id }) => id === chat));
  const outcome = await saveOfficer({
    actor,
    from,
    version,
    entry: {
      id: target.id,
      email: one(values, "email")?.toLowerCase() ?? "",
      name: one(values, "name") ?? "",
      service: one(values, "service") ?? "",
      roles: among(ROLES, several(values, "roles")),
      status: among(OFFICER_STATUSES, [one(values, "status")])[0] ?? "active",
      lineManager: several(values, "lineManager")[0] ?? null,
      deputy: several(values, "deputy")[0] ?? null,
    },
    accounts: Object.fromEntries(asked.map((chat) => [chat, one(values, chat)])),
  });
  switch (outcome.code) {
    case "saved":
      return { kind: "told", card: staffSaved({ ...outcome, target: { id: target.id, version: 1 } }) };
    case "refused":
    case "which-tenant":
      return { kind: "faults", form: shown, faults: refusalFaults(outcome, values) };
    case "changed":
      return { kind: "told", card: staffChangedMeanwhile({ id: target.id, version: 1 }) };
    case "unknown-target":
    case "not-yours":
      return notOpened(outcome.code);
  }
}

function changeForm({ officer, version, lineManager, deputy, accounts, chats }: Opened): Form {
  return staffForm({
    target: { id: officer.id, version },
    chats,
    officer: { ...officer, lineManager: toChoose(lineManager), deputy: toChoose(deputy), accounts },
  });
}

const toChoose = (colleague: Opened["deputy"]): Option | null => colleague && asOption(officerToFind(colleague));

type Opened = Extract<OfficerRead, { code: "opened" }>;

const notOpened = (code: "not-yours" | "unknown-target"): Answer =>
  code === "not-yours" ? NOT_YOURS : refused({ code });
