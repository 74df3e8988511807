/** Contacts with the people of a world: as they would be seen, and anybody at all. */
import fc from "fast-check";
import type { ContactFile, CustomerFile, IdentifierFile, Person, WorldFile } from "../shapes.ts";
import {
  ADDRESSES,
  CHANNELS,
  EDGES,
  EMAILS,
  EXTENSIONS,
  HANDLES,
  MIDNIGHTS,
  NAMES,
  OUTSIDE,
  PHONES,
  PLATFORMS,
  PREMISES,
  REASONS,
  SERVICES,
  STAFF_EMAILS,
  SUBJECTS,
  TITLES,
  TOPICS,
  UNUSABLE,
  UPRNS,
} from "./pools.ts";
import { oneOf, spelled } from "./world.ts";

/** What people make of a name: all of these agree with it, or nearly. */
const RESPELLED: readonly ((words: readonly string[], title: string) => string)[] = [
  (words) => words.join(" "),
  (words) => words.join(" ").toUpperCase(),
  (words) => `${words.at(-1)}, ${words.slice(0, -1).join(" ")}`,
  ([first = "", ...rest]) => `${[...first][0]}. ${rest.join(" ")}`,
  (words) => `${words.slice(0, -1).join(" ")} ${[...(words.at(-1) ?? "")][0]}`,
  (words) => words.slice(1).join(" "),
  (words) => words.slice(0, -1).join(" "),
  (words) => [words[0], words.at(-1)].join(" "),
  (words) => onAnEnglishKeyboard(words.join(" ")),
  (words, title) => `${title} ${words.join(" ")}`,
  (words) => words.join(" ").replace(/['-]/gu, (sign) => (sign === "-" ? " " : "’")),
  (words) => `${words.join(" ")} Maria`,
  (words) => [...words].map((word) => [...word][0]).join(". "),
];

function onAnEnglishKeyboard(name: string): string {
  const bare = name.normalize("NFD").replace(/[\u0300-\u036f]/gu, "");
  return bare.replace(/[łøđßŁØĐ]/gu, (letter) => ({ ł: "l", ø: "o", đ: "d", ß: "ss", Ł: "L", Ø: "O" })[letter] ?? "D");
}

const respelled = (names: readonly string[]) =>
  fc.tuple(oneOf(names), oneOf(RESPELLED), oneOf(TITLES)).map(([name, spell, title]) => spell(name.split(" "), title));

const anyName = fc.oneof({ weight: 6, arbitrary: respelled(NAMES) }, { weight: 1, arbitrary: oneOf(UNUSABLE.name) });

const anybody: fc.Arbitrary<Person> = fc.record(
  {
    ref: oneOf(["C-2", "C-10", "C-3", "B-9", "C-99", " C-2 ", ""]),
    name: anyName,
    phone: fc.oneof(spelled(PHONES), oneOf(UNUSABLE.phone)),
    email: fc.oneof(spelled(EMAILS), oneOf(UNUSABLE.email)),
    address: spelled(ADDRESSES),
    uprn: spelled(UPRNS),
    handle: fc.record({ platform: oneOf(PLATFORMS), name: spelled(HANDLES) }),
  },
  { requiredKeys: [] },
);

/** A number withheld, a name without a word in it. */
const nobody: fc.Arbitrary<Person> = fc.oneof(
  oneOf(UNUSABLE.phone).map((phone) => ({ phone })),
  fc.record({ name: oneOf(UNUSABLE.name), email: oneOf(UNUSABLE.email) }),
);

/** Somebody who gives one of the customer's own identifiers, with or without a name. */
function seenAs({ ref, name, aliases, identifiers }: CustomerFile): fc.Arbitrary<Person> {
  const keys: readonly Person[] = [{ ref }, ...identifiers.map(asSeen)];
  const names = fc.option(respelled([name, name, ...aliases]), { nil: undefined });
  return fc.tuple(oneOf(keys), names).map(([key, said]) => (said === undefined ? key : { ...key, name: said }));
}

function asSeen({ kind, value, platform = "x" }: IdentifierFile): Person {
  return kind === "handle" ? { handle: { platform, name: value } } : { [kind]: value };
}

const given = ({ ref, name, phone, email }: Person) => ({
  name: name ?? "Nobody Else",
  ...(ref === undefined ? {} : { ref }),
  ...(phone === undefined ? {} : { phone }),
  ...(email === undefined ? {} : { email }),
});

/** At an edge, or close to one, in UTC or with an offset. */
const instants = fc
  .tuple(
    oneOf([...EDGES, ...MIDNIGHTS, ...MIDNIGHTS]),
    oneOf([0, 0, 0, -1, 1, -60_000, 60_000, 1_800_000, 3_600_000, 86_400_000]),
    fc.boolean(),
  )
  .map(([edge, later, inUtc]) => written(Date.parse(edge) + later, inUtc));

function written(at: number, inUtc: boolean): string {
  return inUtc ? new Date(at).toISOString() : new Date(at + 3_600_000).toISOString().replace("Z", "+01:00");
}

const officers = fc.oneof(
  oneOf(STAFF_EMAILS).map((email) => ({ email })),
  oneOf([...EXTENSIONS, "9999"]).map((extension) => ({ extension })),
  oneOf([OUTSIDE.email, "temp@northmoor.example", "ANN@northmoor.example "]).map((email) => ({ email })),
);

/** A contact of this world, without its id. */
export function contactsOf(world: WorldFile): fc.Arbitrary<Omit<ContactFile, "id">> {
  const people = fc.oneof(
    { weight: 3, arbitrary: oneOf(world.customers).chain(seenAs) },
    { weight: 2, arbitrary: anybody.filter((person) => Object.keys(person).length > 0) },
    { weight: 1, arbitrary: nobody },
  );
  const facts = fc.record(
    {
      officer: officers,
      service: oneOf([...SERVICES, "housing", "Moon"]),
      conversation: oneOf(["k-1", "k-2"]),
      subject: oneOf(SUBJECTS),
      topicRef: oneOf([...TOPICS, "XX-9"]),
      excerpt: oneOf(SUBJECTS),
      durationMinutes: oneOf([0, 10, 11, 15, 16]),
      appointmentRef: oneOf(["AP-1", ""]),
      witness: oneOf([...STAFF_EMAILS, "Ann@northmoor.example"]),
      attendingStaff: oneOf([1, 2]),
      premises: oneOf([...PREMISES, "Library"]),
    },
    { requiredKeys: [] },
  );
  const helped = fc
    .tuple(people, oneOf(["friend", "mp", "solicitor"]))
    .map(([person, relationship]) => ({ onBehalf: { ...given(person), relationship } }));
  const reasons = oneOf(REASONS).map((protectedReason) => ({ protectedReason }));
  return fc
    .record({
      plain: fc.record({
        occurredAt: instants,
        direction: oneOf(["inbound", "inbound", "inbound", "outbound"] as const),
        channel: oneOf([...CHANNELS, "phone", "phone", "phone"]),
        customer: people,
      }),
      facts,
      help: seldom(4, helped),
      reason: seldom(8, reasons),
    })
    .map(({ plain, facts, help, reason }) => ({ ...plain, ...facts, ...help, ...reason }));
}

/** Once in so many times; otherwise nothing. */
export function seldom<T extends object>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | object> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });
}
