import { describe, expect, it } from "vitest";
import { givenPerson, isUsable, lookupKeys } from "../../src/matching/given.ts";
import { foldName } from "../../src/matching/names.ts";
import { givenKey, isDropped } from "../../src/matching/not-the-same.ts";
import { type KnownIdentifier, type KnownPerson, tierOf } from "../../src/matching/tier.ts";

const NOW = Date.parse("2026-09-15T10:00:00Z");
const mobile: KnownIdentifier = { kind: "phone", value: "+447700900101", shared: false, expiresAt: null };
const ADDRESS = "1 Sample Row";

const known = (identifier: Partial<KnownIdentifier> = {}): KnownPerson => ({
  ref: "C-1",
  names: [foldName("Alex Morgan")],
  identifiers: [{ ...mobile, ...identifier }],
});

const ways = {
  "the reference": [known(), { ref: "C-1" }],
  "their own mobile": [known(), { phone: "07700 900101" }],
  "their own mobile, past its date": [known({ expiresAt: NOW }), { phone: "07700 900101" }],
  "a shared landline": [known({ shared: true }), { phone: "07700 900101" }],
  "a shared landline, past its date": [known({ shared: true, expiresAt: NOW }), { phone: "07700 900101" }],
  "an address": [known({ kind: "address", value: "1 sample row", shared: true }), { address: ADDRESS }],
  "an address of their own": [known({ kind: "address", value: "1 sample row" }), { address: ADDRESS }],
  "an address of their own, past its date": [
    known({ kind: "address", value: "1 sample row", expiresAt: NOW }),
    { address: ADDRESS },
  ],
  "a number that is not theirs": [known(), { phone: "07700 900999" }],
} as const;

const names = {
  none: undefined,
  "in full": "Morgan, Alex",
  "with an initial": "A. Morgan",
  another: "Gareth Pennington",
};

/** SCREENING section 3, both ways round: what matched × the name that was given. */
const TABLE: Readonly<Record<keyof typeof ways, readonly (string | undefined)[]>> = {
  // name given:                             none, in full, with an initial, another
  "the reference": ["identified", "identified", "identified", "probable"],
  "their own mobile": ["identified", "identified", "identified", "probable"],
  "their own mobile, past its date": ["possible", "probable", "probable", undefined],
  "a shared landline": ["possible", "probable", "probable", undefined],
  "a shared landline, past its date": [undefined, "possible", undefined, undefined],
  "an address": ["possible", "probable", "probable", undefined],
  "an address of their own": ["possible", "probable", "probable", undefined],
  "an address of their own, past its date": ["possible", "probable", "probable", undefined],
  "a number that is not theirs": [undefined, "possible", undefined, undefined],
};

describe("how sure it is", () => {
  const rows = Object.entries(ways).flatMap(([way, [person, written]]) =>
    Object.entries(names).map(([label, name], place) => ({
      title: `${way}, name ${label}`,
      person,
      written: { ...written, name },
      tier: TABLE[way as keyof typeof ways][place],
    })),
  );

  it.each(rows)("$title: $tier", ({ person, written, tier }) => {
    expect(tierOf(givenPerson(written, "GB"), person, NOW)).toBe(tier);
  });

  it("an identifier counts until the instant it expires", () => {
    const given = givenPerson({ phone: "07700 900101" }, "GB");
    expect(tierOf(given, known({ expiresAt: NOW }), NOW - 1)).toBe("identified");
  });

  it("the best of several identifiers counts", () => {
    const both = {
      ...known(),
      identifiers: [
        { ...mobile, shared: true },
        { ...mobile, kind: "email", value: "a@b.example" },
      ],
    } as const;
    const given = givenPerson({ phone: "07700 900101", email: "A@b.example" }, "GB");
    expect(tierOf(given, both, NOW)).toBe("identified");
  });
});

describe("what can be looked up", () => {
  it("lists every usable value, a name by its key", () => {
    const written = { ref: " C-1 ", name: "Morgan, Alex", phone: "101", handle: { platform: "X", name: "@Alex" } };
    expect(lookupKeys(givenPerson(written, "GB"))).toEqual([
      { kind: "handle", value: "x:alex" },
      { kind: "ref", value: "C-1" },
      { kind: "name", value: "alex morgan" },
    ]);
  });

  it.each([
    [{ phone: "101" }, false],
    [{ phone: "" }, false],
    [{ email: "not an address", name: "Mr" }, false],
    [{ phone: "101", name: "Alex Morgan" }, true],
    [{ ref: "C-1" }, true],
  ])("%j is usable: %s", (written, usable) => expect(isUsable(givenPerson(written, "GB"))).toBe(usable));
});

describe("not the same person", () => {
  const given = (more: object = {}) => givenPerson({ phone: "07700 900101", name: "Sam Morgan", ...more }, "GB");
  const judged = new Set([givenKey(given())]);
  const has = (key: string) => judged.has(key);

  it("is remembered for the same things given, however they are written", () => {
    expect(isDropped(given({ phone: "+44 7700 900101", name: "MORGAN, Sam" }), known(), has)).toBe(true);
  });

  it("is another pair with another name, or with more or fewer identifiers", () => {
    expect(isDropped(given({ name: "Alex Morgan" }), known(), has)).toBe(false);
    expect(isDropped(given({ email: "sam@mail.example" }), known(), has)).toBe(false);
    expect(isDropped(given({ phone: undefined }), known(), has)).toBe(false);
  });

  it("never drops a match by reference", () => {
    expect(isDropped(given({ ref: "C-1" }), known(), () => true)).toBe(false);
  });
});
