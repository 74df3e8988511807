import fc from "fast-check";
import { parsePhoneNumberFromString } from "libphonenumber-js";
import { describe, expect, it } from "vitest";
import {
  normaliseAddress,
  normaliseEmail,
  normaliseHandle,
  normalisePhone,
  normaliseUprn,
} from "../../src/matching/identifiers.ts";

describe("identifiers have one form", () => {
  it.each([
    ["07700 900123", "+447700900123"],
    ["+44 7700 900123", "+447700900123"],
    ["00447700900123", "+447700900123"],
    ["+44 (0)7700 900123", "+447700900123"],
    ["(01632) 960-121", "+441632960121"],
    ["07700\u00a0900123", "+447700900123"],
    ["101", undefined],
    ["withheld", undefined],
    ["", undefined],
  ])("phone %j", (written, normal) => expect(normalisePhone(written, "GB")).toBe(normal));

  it("reads a number without a prefix in the organisation's country, and none in a country nobody knows", () => {
    expect(normalisePhone("020 910 0000", "IE")).toBe("+353209100000");
    expect(normalisePhone("07700 900123", "XX")).toBeUndefined();
  });

  it.each([
    ["  Alex.Morgan@MAIL.example ", "alex.morgan@mail.example"],
    ["alex+council@mail.example", "alex+council@mail.example"],
    ["not an address", undefined],
    ["@mail.example", undefined],
    [" ", undefined],
  ])("e-mail %j", (written, normal) => expect(normaliseEmail(written)).toBe(normal));

  it.each([
    ["9999 0000 1117", "999900001117"],
    ["UPRN: 99", "99"],
    ["none", undefined],
  ])("UPRN %j", (written, normal) => expect(normaliseUprn(written)).toBe(normal));

  it.each([
    [{ platform: "X", name: "@Nadia_Orme" }, "x:nadia_orme"],
    [{ platform: "x ", name: " NADIA_orme" }, "x:nadia_orme"],
    [{ platform: "facebook", name: "nadia.orme" }, "facebook:nadia.orme"],
    [{ platform: "x", name: "@" }, undefined],
    [{ platform: "", name: "nadia" }, undefined],
  ])("handle %j", (written, normal) => expect(normaliseHandle(written)).toBe(normal));

  it.each([
    ["14, SAMPLE ROW - MARLOWICK.", "14 sample row marlowick"],
    ["14  Sample Row,Marlowick", "14 sample row marlowick"],
    ["St. John’s Court", "st johns court"],
    ["Flat 2/1", "flat 2 1"],
    [" ,. ", undefined],
  ])("address %j", (written, normal) => expect(normaliseAddress(written)).toBe(normal));
});

describe("the short road for British numbers", () => {
  const byLibrary = (text: string) => {
    const phone = parsePhoneNumberFromString(text, "GB");
    return phone?.isPossible() ? phone.number : undefined;
  };
  const prefix = fc.constantFrom("0", "0044", "+44", "44", "", "00", "+440", "+44 (0)", "+1", "001");
  const digits = fc.stringMatching(/^(?:\d ?){8,12}$/);

  it("says of every number what the library says", () => {
    fc.assert(
      fc.property(fc.tuple(fc.constantFrom("", " "), prefix, digits), (parts) => {
        expect(normalisePhone(parts.join(""), "GB")).toBe(byLibrary(parts.join("")));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("normalising twice is normalising once", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
  const phones = fc.stringMatching(/^(\+|00|0)?[0-9 ()-]{3,15}$/);

  it.each([
    ["e-mail", normaliseEmail, fc.oneof(text, fc.emailAddress())],
    ["UPRN", normaliseUprn, text],
    ["address", normaliseAddress, text],
    ["phone", (written: string) => normalisePhone(written, "GB"), fc.oneof(phones, text)],
    ["handle", (name: string) => normaliseHandle({ platform: "x", name })?.slice(2), text],
  ])("%s", (_, normalise, written) => {
    fc.assert(
      fc.property(written, (value) => {
        const normal = normalise(value);
        expect(normal === undefined ? undefined : normalise(normal)).toBe(normal);
      }),
      { numRuns: 500 },
    );
  });
});
