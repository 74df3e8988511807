import { describe, expect, it } from "vitest";
import { conflicts } from "../../../src/policy/needs/conflicts.ts";
import type { NeedFacts } from "../../../src/policy/needs/need-facts.ts";
import { takeOffer } from "../../../src/policy/needs/offer.ts";
import type { Restriction } from "../../../src/policy/restrictions/restriction.ts";
import type { Channel, Need } from "../../../src/policy/vocabulary.ts";
import { a } from "../gates/some-facts.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";
import { aCustomer } from "./some-needs.ts";

const only = (...channels: Channel[]) => a("channels_only", { channels });
const WRITING = only("letter", "email");
const CALLS = only("phone");

/** Each conflict and what is offered for it, in one line. */
function found(change: Partial<NeedFacts>): string[] {
  return conflicts(aCustomer(change), PERSISTENT).map(
    ({ needs, offers, opens }) =>
      `${needs.join(" and ")}: ${offers.map(({ words }) => words).join(" / ") || `nothing on record. ${opens}`}`,
  );
}

describe("what is open against what each need can use (CASEWORK section 2)", () => {
  it.each<[string, Restriction[], Need[], string[]]>([
    [
      "writing only, cannot read or write",
      [WRITING],
      ["cannot_read_or_write"],
      ["cannot_read_or_write: a named officer by phone"],
    ],
    ["writing only, sight", [WRITING], ["sight"], ["sight: a named officer by phone"]],
    [
      "calls only, cannot use the phone",
      [CALLS],
      ["cannot_use_phone"],
      ["cannot_use_phone: a named officer by email or text message"],
    ],
    ["calls only, hearing", [CALLS], ["hearing"], ["hearing: a named officer by email or text message"]],
    ["anything, interpreter", [a("witnessed")], ["interpreter"], ["interpreter: letters and calls in Polish"]],
    [
      "letters only, no fixed address",
      [only("letter")],
      ["no_fixed_address"],
      ["no_fixed_address: letters collected at Northmoor Library / a named officer by phone"],
    ],
    [
      "letters only, no fixed address and cannot read: a letter to collect is no use",
      [only("letter")],
      ["no_fixed_address", "cannot_read_or_write"],
      ["no_fixed_address and cannot_read_or_write: a named officer by phone"],
    ],
    ["visits only, mobility", [only("visit")], ["mobility"], ["mobility: a named officer by phone"]],
    [
      "calls or letters, and neither can be used",
      [only("phone", "letter")],
      ["hearing", "sight"],
      ["hearing and sight: a named officer by visit to our offices"],
    ],
    [
      "no way that anybody could use",
      [only("phone", "letter")],
      ["hearing", "sight", "mobility"],
      ["hearing and sight: nothing on record. Name somebody who acts for the customer."],
    ],
    [
      "calls through a representative only",
      [a("third_party_only"), only("phone", "letter")],
      ["sight"],
      ["sight: a named officer by phone"],
    ],
    [
      "no calls at all",
      [a("call_times", { maxPerWeek: 0 }), only("phone", "email")],
      ["sight"],
      ["sight: a named officer by phone"],
    ],
    ["calls on Mondays are calls", [a("call_times", { days: ["monday"] }), WRITING, a("no_email")], ["hearing"], []],
    ["one named officer, any way", [a("named_officer", { officer: "ann" })], ["sight", "hearing"], []],
    ["writing only, hearing", [WRITING], ["hearing"], []],
    ["no restriction, every need", [], ["sight", "hearing", "interpreter", "no_fixed_address"], []],
    ["nothing open to anybody is not about needs", [only("social_media")], ["sight"], []],
  ])("%s", (_, restrictions, needs, expected) => {
    expect(found({ restrictions, needs })).toEqual(expected);
  });

  it("is answered by what the proposal gives beside the restrictions", () => {
    const needs: Need[] = ["interpreter", "no_fixed_address"];
    const restrictions = [only("letter")];
    expect(found({ needs, restrictions })).toHaveLength(2);
    const provisions = [
      { kind: "language", detail: "Polish" },
      { kind: "collection_point", detail: "Northmoor Library" },
    ] as const;
    expect(found({ needs, restrictions, provisions })).toEqual([]);
  });

  it("says what to do where the record has nothing to offer", () => {
    const support = { point: null, careWorker: null, language: null, collectionPoint: null };
    expect(found({ needs: ["sight", "interpreter"], restrictions: [WRITING], support })).toEqual([
      "sight: nothing on record. Open a way that they can use: phone.",
      "interpreter: nothing on record. Record the customer’s language.",
    ]);
  });

  it("reads the named way where all contact is banned", () => {
    const banned = { needs: ["sight"] as Need[], restrictions: [a("all_contact")] };
    expect(found({ ...banned, openWayBy: "phone" })).toEqual([]);
    expect(found({ ...banned, openWayBy: "letter" })).toHaveLength(1);
    expect(found({ ...banned, openWayBy: null })).toHaveLength(1);
    expect(found({ ...banned, needs: [], openWayBy: null })).toEqual([]);
  });
});

describe("the care or social worker as the point of contact (paragraph 7)", () => {
  const client = { needs: ["mental_health"] as Need[], knownToSocialWork: true };
  const offered = "mental_health: the customer’s care or social worker as the point of contact";
  const noneKnown = { ...aCustomer().support, careWorker: null };
  it.each<[string, Partial<NeedFacts>, string[]]>([
    ["a sole point of contact", { restrictions: [a("named_officer", { officer: "ann" })] }, [offered]],
    ["letters only", { restrictions: [only("letter")] }, [offered]],
    ["every way is open", { restrictions: [a("witnessed")] }, []],
    ["not known to Social Work", { restrictions: [only("letter")], knownToSocialWork: false }, []],
    ["another need", { restrictions: [only("letter")], needs: ["mobility"] }, []],
    ["is the point of contact already", { restrictions: [a("named_officer", { officer: "care-1" })] }, []],
    ["declined, with a reason", { restrictions: [only("letter")], careWorkerDeclined: "They asked not to be." }, []],
    ["declined without one", { restrictions: [only("letter")], careWorkerDeclined: " " }, [offered]],
    [
      "nobody on record",
      { restrictions: [only("letter")], support: noneKnown },
      ["mental_health: nothing on record. Ask Social Work who that is, or say why not."],
    ],
  ])("%s", (_, change, expected) => {
    expect(found({ ...client, ...change })).toEqual(expected);
  });

  it("takes the officer's place, who stays as the one who stands in", () => {
    const [conflict] = conflicts(
      aCustomer({ ...client, restrictions: [a("named_officer", { officer: "ann" })] }),
      PERSISTENT,
    );
    expect(conflict?.offers).toMatchObject([
      { restrictions: [{ kind: "named_officer", parameters: { officer: "care-1", deputy: "ann" } }] },
    ]);
  });
});

describe("an offer that is taken", () => {
  const taken = (change: Partial<NeedFacts>, pack = PERSISTENT) => {
    const facts = aCustomer(change);
    const offer = conflicts(facts, pack)[0]?.offers[0];
    if (!offer) throw new Error("nothing was offered");
    return takeOffer(facts, offer);
  };

  it("opens the one way through the officer, by the pack's clause, and leaves the rest", () => {
    const terms = taken({ needs: ["sight"], restrictions: [WRITING, a("witnessed")] });
    expect(terms.restrictions).toMatchObject([
      { kind: "channels_only", scope: ["Housing"], parameters: { channels: ["letter", "email", "phone"] } },
      { kind: "witnessed" },
      {
        kind: "named_officer",
        clause: "7.3.4",
        scope: ["Housing"],
        parameters: { officer: "eve@northmoor.example", deputy: "dan@northmoor.example", channels: ["phone"] },
      },
    ]);
  });

  it("goes to the officer who is the point of contact already", () => {
    const restrictions = [a("named_officer", { officer: "ann" }), WRITING];
    expect(taken({ needs: ["sight"], restrictions }).restrictions).toEqual([
      restrictions[0],
      only("letter", "email", "phone"),
    ]);
  });

  it("goes to them by the ways they answer already and this one, as one restriction", () => {
    const ann = a("named_officer", { officer: "ann", deputy: "ben", channels: ["letter", "email"] });
    const restrictions = [ann, a("call_times", { maxPerWeek: 0 })];
    expect(taken({ needs: ["sight", "mobility"], restrictions }).restrictions).toEqual([
      { ...ann, parameters: { officer: "ann", deputy: "ben", channels: ["letter", "email", "phone"] } },
    ]);
  });

  it("does not put a second named officer beside one who may not be spoken to", () => {
    const ann = a("named_officer", { officer: "ann", channels: ["letter"] });
    const restrictions = [ann, a("no_contact_with_officers", { officers: ["ann"] }), only("letter", "email")];
    expect(found({ needs: ["sight"], restrictions })).toEqual([
      "sight: nothing on record. Open a way that they can use: phone.",
    ]);
  });

  it("has no clause where the policy numbers none", () => {
    expect(taken({ needs: ["sight"], restrictions: [WRITING] }, UNACCEPTABLE).restrictions.at(-1)).toMatchObject({
      kind: "named_officer",
      clause: null,
    });
  });

  it("a provision takes the place of one of its kind", () => {
    const provisions = [{ kind: "collection_point", detail: "Old Library" }] as const;
    const offer = {
      code: "provision",
      words: "",
      provision: { kind: "collection_point", detail: "New Library" },
    } as const;
    expect(takeOffer({ restrictions: [], provisions }, offer).provisions).toEqual([offer.provision]);
  });

  it("a pack that does not offer a named officer does not get one", () => {
    const restrictions = PERSISTENT.restrictions.value.filter(({ kind }) => kind !== "named_officer");
    const pack = { ...PERSISTENT, restrictions: { value: restrictions, assumed: true as const } };
    expect(conflicts(aCustomer({ needs: ["sight"], restrictions: [WRITING] }), pack)[0]?.offers).toEqual([]);
  });
});
