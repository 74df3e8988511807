/** CASEWORK section 2: "together the arrangement leaves no channel the customer can use", also with what was decided before. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWays } from "../../../src/policy/arrangement/open-ways.ts";
import type { GateFacts } from "../../../src/policy/gates/gate.ts";
import type { Beside } from "../../../src/policy/needs/beside.ts";
import { conflicts } from "../../../src/policy/needs/conflicts.ts";
import { takeOffer } from "../../../src/policy/needs/offer.ts";
import { canUse } from "../../../src/policy/needs/usable-ways.ts";
import type { Restriction } from "../../../src/policy/restrictions/restriction.ts";
import { Channel, Need } from "../../../src/policy/vocabulary.ts";
import { aCustomer } from "../needs/some-needs.ts";
import { PERSISTENT } from "../packs/known-packs.ts";
import { a, result, says } from "./some-facts.ts";

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
/** In force when the proposal of `some-facts` begins, 4 March, and until 1 June 2026. */
const other = (restrictions: readonly Restriction[], change: Partial<Beside> = {}): Beside => ({
  ref: "A-0003",
  from: at("2026-03-04"),
  until: at("2026-06-01"),
  restrictions,
  ...change,
});
const only = (channels: Channel[], scope?: "organisation" | string[]) => a("channels_only", { channels }, scope);
const through = (officer: string, channels?: Channel[]) => a("named_officer", { officer, channels });
const LATER = { ref: "P-0009", from: at("2026-07-01"), until: at("2026-08-01") };

const LETTERS_ONLY =
  "block: together with A-0003, which leaves only letter, this leaves no way to reach Housing. " +
  "Leave at least one of these open as well: letter. Or start it on 1 June 2026, when that has ended.";

describe("a way left open, together with what else is in force", () => {
  it.each<[string, Restriction[], readonly Beside[], Partial<GateFacts>, string]>([
    ["letters before, calls now", [only(["phone"])], [other([only(["letter"])])], {}, LETTERS_ONLY],
    [
      "letters before, for the whole council",
      [only(["phone"])],
      [other([only(["letter"], "organisation")])],
      {},
      LETTERS_ONLY,
    ],
    [
      "letters before with another service",
      [only(["phone"])],
      [other([only(["letter"], ["Benefits"])])],
      {},
      "pass: a way left open: phone",
    ],
    [
      "the whole council now, letters before with one service",
      [only(["phone"], "organisation")],
      [other([only(["letter"], ["Benefits"])])],
      { scopeReason: "They ring every service." },
      LETTERS_ONLY.replace("Housing", "Benefits"),
    ],
    [
      "letters or calls before, calls or emails now: what both leave is named",
      [only(["phone", "email"])],
      [other([only(["phone", "letter"])])],
      {},
      "pass: a way left open: phone",
    ],
    [
      "letters from the summer on, which is decided and has not begun",
      [only(["phone"])],
      [other([only(["letter"])], LATER)],
      {},
      "block: together with P-0009, which leaves only letter, this leaves no way to reach Housing. Leave at least one of these open as well: letter. Or end it on 1 July 2026 or before.",
    ],
    [
      "each of two leaves a way with it, and both together do not",
      [only(["phone", "letter"])],
      [other([only(["phone", "email"])]), other([only(["letter", "email"])], { ref: "P-0009" })],
      {},
      "block: together with A-0003 and P-0009, which leave only email, this leaves no way to reach Housing. Leave at least one of these open as well: email. Or start it on 1 June 2026, when that has ended.",
    ],
    [
      "the same two, one after the other",
      [only(["phone", "letter"])],
      [other([only(["phone", "email"])]), other([only(["letter", "email"])], LATER)],
      {},
      "pass: a way left open",
    ],
    [
      "one that plays no part is not named",
      [only(["phone"])],
      [other([a("witnessed")], { ref: "A-0001" }), other([only(["letter"])])],
      {},
      LETTERS_ONLY,
    ],
    [
      "another sole point of contact",
      [through("priya")],
      [other([through("sam")])],
      {},
      "block: together with A-0003, which says whom they contact, this leaves no way to reach Housing. Name the same people, or leave another way open as well. Or start it on 1 June 2026, when that has ended.",
    ],
    [
      "the same sole point of contact",
      [through("priya", ["phone", "email"])],
      [other([through("priya", ["phone"]), only(["phone", "letter"])])],
      {},
      "pass: a way left open: phone or letter",
    ],
    [
      "letters or calls before, letters now, for somebody who cannot read",
      [only(["letter", "visit"])],
      [other([only(["phone", "letter"])])],
      { needs: ["cannot_read_or_write"] },
      "block: together with A-0003, which leaves only phone or letter, this leaves no way they can use to reach Housing. Open a way that they can use. Or start it on 1 June 2026, when that has ended.",
    ],
    [
      "no way was left before, and nothing that is proposed takes one",
      [a("home_visits", { mode: "none" })],
      [other([only(["letter"])]), other([only(["phone"])], { ref: "A-0004" })],
      {},
      "pass: a way left open",
    ],
    ["a ban before names its own way", [only(["phone"])], [other([a("all_contact")])], {}, "pass: a way left open"],
    [
      "a ban now names its own way",
      [a("all_contact")],
      [other([only(["letter"])])],
      { openWay: "PO Box 1" },
      "pass: a way left open is named",
    ],
    [
      "the one officer named before is away now",
      [only(["phone", "letter"])],
      [other([through("sam", ["phone", "letter"])])],
      { awayWithoutDeputy: ["sam"] },
      "block: together with A-0003, which leaves only email, visit to our offices, web form or text message, this leaves no way to reach Housing. Leave at least one of these open as well: email, visit to our offices, web form or text message. Or start it on 1 June 2026, when that has ended.",
    ],
  ])("%s", (_, restrictions, beside, change, words) => {
    expect(says("way_left_open", { restrictions, beside, ...change })).toBe(words);
  });
});

const ONLY_LETTERS_LEFT = aCustomer({
  restrictions: [only(["letter", "visit"])],
  beside: [other([only(["phone", "letter"])])],
  needs: ["sight"],
});

describe("a need that only both together conflict with", () => {
  it("is a conflict, and the gate of the adjustments blocks", () => {
    const { restrictions, beside, needs } = ONLY_LETTERS_LEFT;
    expect(conflicts(ONLY_LETTERS_LEFT, PERSISTENT)).toMatchObject([
      {
        because: "the customer is blind or partially sighted, and together with A-0003 only this is open: letter",
        opens: "Open a way that they can use: phone.",
        offers: [{ words: "a named officer by phone" }],
      },
    ]);
    expect(result("adjustments", { restrictions, beside, needs })).toMatchObject({ code: "block" });
  });

  it("what is offered settles it", () => {
    const [offer] = conflicts(ONLY_LETTERS_LEFT, PERSISTENT).flatMap(({ offers }) => offers);
    if (!offer) throw new Error("nothing was offered");
    expect(conflicts({ ...ONLY_LETTERS_LEFT, ...takeOffer(ONLY_LETTERS_LEFT, offer) }, PERSISTENT)).toEqual([]);
  });

  it("is settled through whoever is the point of contact already, who stays the only one", () => {
    const beside = [other([through("sam", ["phone"]), only(["phone", "letter"])])];
    const [offer] = conflicts({ ...ONLY_LETTERS_LEFT, beside }, PERSISTENT).flatMap(({ offers }) => offers);
    expect(offer).toMatchObject({
      restrictions: [{ kind: "channels_only" }, { kind: "named_officer", parameters: { officer: "sam" } }],
    });
  });

  it("nothing is offered that would put somebody else beside a point of contact", () => {
    const facts = aCustomer({
      needs: ["mental_health"],
      knownToSocialWork: true,
      restrictions: [a("named_officer", { officer: "sam", deputy: "ann" })],
      beside: [other([through("sam")])],
    });
    expect(conflicts(facts, PERSISTENT).flatMap(({ offers }) => offers)).toEqual([]);
  });
});

const channels = fc.uniqueArray(fc.constantFrom(...Channel.options), { minLength: 1, maxLength: 3 });
const scope = fc.constantFrom<Restriction["scope"]>("organisation", ["Housing"], ["Benefits"]);
const restriction = fc.oneof(
  fc.tuple(channels, scope).map(([list, where]) => a("channels_only", { channels: list }, where)),
  fc
    .tuple(fc.constantFrom("priya", "sam"), fc.option(channels, { nil: undefined }), scope)
    .map(([officer, list, where]) => a("named_officer", { officer, channels: list }, where)),
  fc.tuple(channels, scope).map(([list, where]) => a("third_party_only", { channels: list }, where)),
  scope.map((where) => a("no_email", {}, where)),
);
const list = fc.array(restriction, { minLength: 1, maxLength: 2 });
const DAY = 86_400_000;
const held = fc
  .record({ restrictions: list, begins: fc.nat(9), days: fc.integer({ min: 1, max: 9 }) })
  .map(({ restrictions, begins, days }) => {
    const from = at("2026-03-04") + begins * DAY;
    return { ref: "A-0001", restrictions, from, until: from + days * DAY };
  });
const others = fc.array(held, { maxLength: 3 });
const needs = fc.uniqueArray(fc.constantFrom(...Need.options), { maxLength: 2 });

const passes = (facts: Partial<GateFacts>) =>
  result("way_left_open", { scopeReason: "Everywhere.", ...facts })?.code === "pass";

describe("laws of what holds together", () => {
  it("on every day, what passes leaves a way with each service, unless the others left none by themselves", () => {
    let shut = 0;
    fc.assert(
      fc.property(list, others, needs, (restrictions, beside, some) => {
        const usable = (those: readonly Restriction[], service: string) =>
          openWays(those, service, []).filter((way) => canUse(way, some)).length > 0;
        const days = Array.from({ length: 20 }, (_, day) => at("2026-03-04") + day * DAY);
        const leaves = ["Housing", "Benefits", "Elsewhere"].every((service) =>
          days.every((day) => {
            const then = beside
              .filter(({ from, until }) => from <= day && day < until)
              .flatMap((one) => one.restrictions);
            return usable([...restrictions, ...then], service) || (then.length > 0 && !usable(then, service));
          }),
        );
        if (!leaves) shut += 1;
        const provided = some.filter((need) => need !== "interpreter");
        expect(passes({ restrictions, beside, needs: provided })).toBe(leaves);
      }),
      { numRuns: 1_500 },
    );
    expect(shut).toBeGreaterThan(100);
  });

  it("one more arrangement never opens a gate, and their order does not matter", () => {
    fc.assert(
      fc.property(list, others, held, (restrictions, beside, more) => {
        const before = passes({ restrictions, beside });
        expect(passes({ restrictions, beside: beside.toReversed() })).toBe(before);
        const opens = !passes({ restrictions }) && passes({ restrictions, beside: [...beside, more] });
        expect(opens).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
