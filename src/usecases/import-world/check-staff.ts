/** What the entries of the staff list say about each other, and about the register. */
import { entriesOf, type WorldDraft } from "./draft.ts";
import { fault, type Path, type WorldFault } from "./fault.ts";
import { emailKey, type Known } from "./known.ts";
import { repeats } from "./repeats.ts";

/** Faults of the staff list and of the contacts outside it. */
export function staffFaults(draft: WorldDraft, known: Known): readonly WorldFault[] {
  return [
    ...repeated(draft),
    ...takenExtensions(draft, known),
    ...unknownStandIns(draft, known),
    ...repeatedContacts(draft),
  ];
}

/** Everybody's e-mail, also of entries that are faulty elsewhere, and of officers in the register. */
export function knownEmails({ staff }: WorldDraft, known: Known): ReadonlySet<string> {
  const named = entriesOf(staff).flatMap(([, { email }]) => (email === undefined ? [] : [emailKey(email)]));
  return new Set([...named, ...known.staff.keys()]);
}

function repeated({ staff }: WorldDraft): readonly WorldFault[] {
  const entries = entriesOf(staff);
  const emails = repeats(entries.map(([i, { email }]) => [i, email === undefined ? undefined : emailKey(email)]));
  const extensions = repeats(entries.map(([i, { extension }]) => [i, extension?.trim().toLowerCase()]));
  return [
    ...emails.map(({ index, first }) => fault(["staff", index, "email"], `is also the e-mail of staff[${first}]`)),
    ...extensions.map(({ index, first }) =>
      fault(["staff", index, "extension"], `is also the extension of staff[${first}]`),
    ),
  ];
}

function takenExtensions({ staff }: WorldDraft, known: Known): readonly WorldFault[] {
  const inFile = knownEmails({ staff }, { ...known, staff: new Map() });
  const others = [...known.staff]
    .filter(([email]) => !inFile.has(email))
    .map(([, member]) => member.extension?.toLowerCase());
  return entriesOf(staff).flatMap(([i, { extension }]) =>
    extension && others.includes(extension.trim().toLowerCase())
      ? [fault(["staff", i, "extension"], "is the extension of another officer in the register")]
      : [],
  );
}

function unknownStandIns(draft: WorldDraft, known: Known): readonly WorldFault[] {
  const emails = knownEmails(draft, known);
  return entriesOf(draft.staff).flatMap(([i, { email, lineManager, deputy }]) => [
    ...standInFaults(["staff", i, "lineManager"], { named: lineManager, self: email, emails }),
    ...standInFaults(["staff", i, "deputy"], { named: deputy, self: email, emails }),
  ]);
}

type StandIn = {
  readonly named: string | null | undefined;
  readonly self: string | undefined;
  readonly emails: ReadonlySet<string>;
};

function standInFaults(path: Path, { named, self, emails }: StandIn): readonly WorldFault[] {
  if (!named) return [];
  if (!emails.has(emailKey(named))) return [fault(path, "is not the e-mail of anybody on the staff list")];
  return self !== undefined && emailKey(self) === emailKey(named) ? [fault(path, "is the officer themselves")] : [];
}

function repeatedContacts({ contacts }: WorldDraft): readonly WorldFault[] {
  const ids = repeats(entriesOf(contacts).map(([i, { id }]) => [i, id?.trim().toLowerCase()]));
  return ids.map(({ index, first }) => fault(["contacts", index, "id"], `is also the id of contacts[${first}]`));
}
