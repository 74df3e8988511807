/** CASEWORK section 2: the language of letters and calls, where letters are collected, and who reads the way left open. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Field } from "../../../cards/model.ts";
import { withChosen } from "../../../src/chat/handlers/people.ts";
import { detailsStep, sendDetails } from "../../../src/chat/handlers/propose/details.ts";
import { sendGates } from "../../../src/chat/handlers/propose/gates.ts";
import { gatesForm } from "../../../src/chat/handlers/propose/gates-form.ts";
import { conflicts } from "../../../src/policy/needs/conflicts.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  auditOf,
  type Council,
  isAway,
  socialWorkAnswers,
  theAnswers,
  theDetails,
} from "../builders.ts";

let council: Council;
let proposal: string;
const LETTERS_ONLY = { channels_only: { channels: ["letter"] } };
const begin = async (kind: "channels_only" | "all_contact", details: Parameters<typeof theDetails>[2]) => {
  council = await aCouncil("unacceptable-actions");
  const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
  proposal = await aProposal.draft(council, { kinds: [kind], steps });
  const outcome = await council.use.detailProposal(await theDetails(council, proposal, details));
  if (outcome.code !== "saved") throw new Error(JSON.stringify(outcome));
};
afterEach(() => council.drop());

type Facts = NonNullable<Parameters<typeof theAnswers>[2]>;
const answer = async (facts: Facts) => await council.use.answerGates(await theAnswers(council, proposal, facts));
const offersOf = (outcome: Awaited<ReturnType<typeof answer>>) => {
  if (outcome.code !== "faults" && outcome.code !== "saved") throw new Error(outcome.code);
  return conflicts(outcome.assessed.needFacts, outcome.assessed.pack).flatMap(({ offers }) => offers);
};
/** Takes the provision, decides, and gives back the letter. */
const approvedWith = async (facts: Facts) => {
  const [offer] = offersOf(await answer(facts));
  const taken = await council.use.answerGates({
    ...(await theAnswers(council, proposal, facts)),
    offer: offer ?? null,
  });
  if (taken.code !== "saved") throw new Error(JSON.stringify(taken));
  await socialWorkAnswers(council, proposal);
  await submitAndApprove(taken.assessed.row.version);
  const [letter] = await council.sql`select body from letter`;
  return String(letter?.["body"]);
};
const submitAndApprove = async (version: number, by: readonly ("d.okafor" | "m.frost" | "e.ward")[] = ["d.okafor"]) => {
  const sent = await council.use.submitProposal({ actor: await council.actor("j.reid"), proposal, version });
  if (sent.code !== "submitted") throw new Error(JSON.stringify(sent));
  for (const senior of by) {
    const decided = await council.use.decideProposal(
      await aDecision(council, { id: proposal, version: version + 1 }, { by: senior }),
    );
    if (decided.code !== "counted") throw new Error(JSON.stringify(decided));
  }
};
const checked = async () => {
  await council.pass(8 * 24 * 60);
  const check = await council.use.checkContact({
    actor: await council.actor("t.kerr"),
    ref: "C-1042",
    phone: null,
    email: null,
    channel: null,
    why: "They wrote to us.",
  });
  return JSON.stringify(check);
};

describe("a language", () => {
  beforeEach(() => begin("channels_only", { parameters: LETTERS_ONLY }));
  const polish = { needs: ["interpreter"], language: "Polish" } as const;

  it("is asked for while nobody knows which, and then offered", async () => {
    expect(offersOf(await answer({ needs: ["interpreter"] }))).toEqual([]);
    const outcome = await answer(polish);
    expect(outcome).toMatchObject({ code: "faults", faults: [{ gate: "adjustments", code: "block" }] });
    expect(offersOf(outcome)).toEqual([expect.objectContaining({ provision: { kind: "language", detail: "Polish" } })]);
    expect(await auditOf(council)).toContain("language-recorded");
  });

  it("stands in the letter, the register and the check; nothing of it is posted", async () => {
    expect(await approvedWith(polish)).toContain("2. Letters and calls are in Polish.");
    expect(await council.sql`select provisions from arrangement`).toEqual([
      { provisions: [{ kind: "language", detail: "Polish" }] },
    ]);
    expect(await checked()).toContain("Letters and calls are in Polish.");
    const [copy] = await council.sql`select id from copy where kind = 'approval'`;
    const card = await council.use.takeDelivery({ organisation: council.organisation, copy: String(copy?.["id"]) });
    expect(JSON.stringify(card?.facts)).toContain("by letter only");
    expect(JSON.stringify(card?.facts)).not.toContain("Polish");
  });

  it("stays with the customer, and no other language is given in its place", async () => {
    await answer(polish);
    const provisions = [{ kind: "language", detail: "Polish" } as const];
    expect(await answer({ ...polish, provisions })).toMatchObject({ assessed: { answers: { provisions } } });
    const other = await answer({ ...polish, language: "Urdu", provisions });
    expect(other).toMatchObject({ code: "faults", assessed: { answers: { provisions: [] } } });
    expect(await council.sql`select language from customer where ref = 'C-1042'`).toEqual([{ language: "Urdu" }]);
  });
});

describe("a collection point", () => {
  beforeEach(() => begin("channels_only", { parameters: LETTERS_ONLY }));
  const atTheDesk = { needs: ["no_fixed_address"], collectionPoint: "the front desk of the Town Hall" } as const;

  it("is offered to somebody without an address who may only write letters, and stands in their letter", async () => {
    expect(offersOf(await answer({ needs: ["no_fixed_address"] })).map(({ code }) => code)).toEqual(["restrictions"]);
    expect(await approvedWith(atTheDesk)).toContain("2. Letters can be collected at the front desk of the Town Hall.");
    expect(await checked()).toContain("Letters can be collected at the front desk of the Town Hall.");
  });

  it("goes with the need that asked for it", async () => {
    const provisions = [{ kind: "collection_point", detail: atTheDesk.collectionPoint } as const];
    expect(await answer({ ...atTheDesk, provisions })).toMatchObject({ assessed: { answers: { provisions } } });
    expect(await answer({ ...atTheDesk, needs: [], provisions })).toMatchObject({
      assessed: { answers: { provisions: [] } },
    });
  });

  it("is typed in the form, and offered in the same form", async () => {
    const from = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
    const actor = await council.actor("j.reid");
    const values = {
      needs: ["no_fixed_address"],
      collectionPoint: "the front desk.",
      accountNot: "They answer no letter.",
      adjustments: "None.",
      nothingLess: "A warning changed nothing.",
      tailored: "Letters, which they use.",
      capacity: "neither",
    };
    const sent = await sendGates(council.use)(actor, {
      from,
      form: "proposal-gates",
      target: { id: proposal, version: 1 },
      values,
    });
    if (sent.kind !== "faults") throw new Error(sent.kind);
    expect(sent.form.fields).toContainEqual(
      expect.objectContaining({
        id: "offer",
        options: expect.arrayContaining([
          expect.objectContaining({ label: expect.stringContaining("collected at the front desk") }),
        ]),
      }),
    );
    const ready = await council.use.prepareDetails({ actor, proposal });
    if (ready.code !== "ready") throw new Error(ready.code);
    expect(gatesForm(ready.assessed).fields).toContainEqual(
      expect.objectContaining({ id: "collectionPoint", value: "the front desk" }),
    );
  });
});

describe("the way left open when all contact ends", () => {
  const details = { parameters: { all_contact: {} }, openWay: "letters to PO Box 12", openWayBy: "letter" } as const;
  const PRIYA = "p.shah@northmoor.example";
  /** Priya Shah's entry on the staff list. */
  const becomes = async ({ status = "active", deputy = null }: { status?: string; deputy?: string | null }) =>
    await council.sql`update officer set status = ${status}, deputy =
      (select id from officer where email = ${`${deputy}@northmoor.example`}) where email = ${PRIYA}`;
  const proposedWith = async (more: object, staff: Parameters<typeof becomes>[0]) => {
    council = await aCouncil("unacceptable-actions");
    const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
    proposal = await aProposal.draft(council, { kinds: ["all_contact"], steps });
    await becomes(staff);
    return await council.use.detailProposal(await theDetails(council, proposal, { ...details, ...more }));
  };
  const approve = async () => {
    const answered = await answer({});
    if (answered.code !== "saved") throw new Error(JSON.stringify(answered));
    await socialWorkAnswers(council, proposal);
    await submitAndApprove(answered.assessed.row.version, ["m.frost", "e.ward"]);
    const [letter] = await council.sql`select body from letter`;
    return String(letter?.["body"]);
  };

  it("is printed with who reads it, in the letter and the check", async () => {
    await begin("all_contact", { ...details, openWayReader: "p.shah@northmoor.example" });
    const words = "letters to PO Box 12, read by Priya Shah";
    const letter = await approve();
    expect(letter).toContain(`One way stays open: ${words}.`);
    expect(letter).toContain(`use this way: ${words}.`);
    expect(await checked()).toContain(words);
  });

  it("is read by the register team when nobody else is named", async () => {
    await begin("all_contact", details);
    expect(await approve()).toContain("letters to PO Box 12, read by the register team.");
  });

  const LEFT = { code: "reader-left", name: "Priya Shah" };
  it.each([
    ["nobody's work email", "nobody@northmoor.example", {}, { code: "unknown-reader" }],
    ["somebody who has left", PRIYA, { status: "left" }, LEFT],
    ["somebody who has left, with a deputy who is here", PRIYA, { status: "left", deputy: "t.kerr" }, LEFT],
    [
      "somebody who is away, without a deputy",
      PRIYA,
      { status: "absent" },
      { code: "reader-away", name: "Priya Shah", until: null },
    ],
  ] as const)("is not read by %s", async (_, openWayReader, staff, fault) => {
    const outcome = await proposedWith({ openWayReader }, staff);
    expect(outcome).toMatchObject({ code: "faults", faults: expect.arrayContaining([fault]) });
  });

  describe("named in the form with a reader for whom nobody answers", () => {
    const from = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
    const sends = async (openWayReader: string) => {
      const values = {
        openWay: "letters to PO Box 12",
        openWayBy: "letter",
        openWayReader,
        scope: "service",
        startsOn: "2026-03-09",
        endsOn: "2026-09-09",
        reviewOn: "2026-08-10",
        reason: "14 calls in 5 days.",
      };
      const target = { id: proposal, version: 1 };
      const actor = await council.actor("j.reid");
      const sent = await sendDetails(council.use)(actor, { from, form: "proposal-details", target, values });
      return await withChosen(council.use, { actor, values }, sent);
    };
    const knownAsReader = (field: Field) =>
      field.id === "openWayReader" && field.kind === "people" ? field.known : [];
    const awayInMarch = async (until: string) => {
      await becomes({ status: "active", deputy: "t.kerr" });
      await council.sql`update officer set status = 'absent' where email = 't.kerr@northmoor.example'`;
      await isAway(council, "p.shah", { to: "t.kerr", endsOn: until });
    };
    beforeEach(async () => {
      council = await aCouncil("unacceptable-actions");
      const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
      proposal = await aProposal.draft(council, { kinds: ["all_contact"], steps });
    });

    it.each([
      [
        "who is away for some days, and whose deputy is away too",
        () => awayInMarch("2026-03-20"),
        "Priya Shah is away until 20 March 2026, and nobody who is here stands in. Name another reader, or leave this empty for the register team. Or ask an administrator to record a deputy who is here.",
      ],
      [
        "who is away without a day to come back",
        () => becomes({ status: "absent" }),
        "Priya Shah is away, and nobody who is here stands in. Name another reader, or leave this empty for the register team. Or ask an administrator to record a deputy who is here.",
      ],
      [
        "who is away without a day to come back, and has handed some of the days on",
        async () => {
          await awayInMarch("2026-03-20");
          await council.sql`update officer set status = 'absent' where email = ${PRIYA}`;
        },
        "Priya Shah is away, and nobody who is here stands in. Name another reader, or leave this empty for the register team. Or ask an administrator to record a deputy who is here.",
      ],
      [
        "who has left",
        () => becomes({ status: "left" }),
        "Priya Shah has left the council. Name another reader, or leave this empty for the register team.",
      ],
    ])("%s: it says so beside the field, and what to do; what was typed is kept", async (_, happens, words) => {
      await happens();
      const answer = await sends(PRIYA);
      expect(answer).toMatchObject({ kind: "faults", faults: { openWayReader: words } });
      // A form that did not know them would be drawn empty: the register team reads then, and nobody chose that.
      const known = answer.kind === "faults" ? answer.form.fields.flatMap(knownAsReader) : [];
      expect(known.filter(({ value }) => value === PRIYA)).toHaveLength(1);
      expect(await council.sql`select open_way, open_way_reader, reason from proposal`).toEqual([
        { open_way: "letters to PO Box 12", open_way_reader: PRIYA, reason: "14 calls in 5 days." },
      ]);
    });

    it.each([
      ["absent", "Priya Shah (away), Housing"],
      ["left", "Priya Shah (has left), Housing"],
    ])("who went %s after the draft was kept: the form still has them, and says so", async (status, label) => {
      await council.use.detailProposal(await theDetails(council, proposal, { ...details, openWayReader: PRIYA }));
      await becomes({ status });
      const opened = await detailsStep(council.use, await council.actor("j.reid"), proposal);
      expect(opened.kind === "form" && opened.form.fields).toContainEqual(
        expect.objectContaining({
          id: "openWayReader",
          value: [PRIYA],
          known: expect.arrayContaining([{ value: PRIYA, label }]),
        }),
      );
    });

    it("who is nobody here: it asks to look for them again", async () => {
      const answer = await sends("nobody@northmoor.example");
      expect(answer).toMatchObject({
        kind: "faults",
        faults: { openWayReader: "Nobody here has this work email any more. Look for them again." },
      });
    });

    it("who is here: the form goes on", async () => {
      expect(await sends(PRIYA)).toMatchObject({ kind: "form", form: { name: "proposal-gates" } });
    });
  });

  it.each([
    ["somebody who is here", {}],
    ["somebody who is away, with a deputy who is here", { status: "absent", deputy: "t.kerr" }],
  ] as const)("is read by %s", async (_, staff) => {
    expect(await proposedWith({ openWayReader: PRIYA }, staff)).toMatchObject({ code: "saved" });
  });

  it("holds the proposal when its reader goes away afterwards and nobody stands in", async () => {
    await begin("all_contact", { ...details, openWayReader: PRIYA });
    await becomes({ status: "absent" });
    expect(await answer({})).toMatchObject({
      code: "faults",
      faults: [
        {
          gate: "way_left_open",
          because: "whoever reads what comes by it is away and has no deputy",
        },
      ],
    });
    await becomes({ status: "absent", deputy: "t.kerr" });
    expect(await answer({})).toMatchObject({ code: "saved" });
  });

  it("holds the proposal when its reader leaves afterwards, whoever their deputy is", async () => {
    await begin("all_contact", { ...details, openWayReader: PRIYA });
    await becomes({ status: "left", deputy: "t.kerr" });
    expect(await answer({})).toMatchObject({
      code: "faults",
      faults: [{ gate: "way_left_open", because: "whoever reads what comes by it has left the council" }],
    });
  });

  it("is read by whoever stands in for some days, and by the reader again after them", async () => {
    await begin("all_contact", { ...details, startsOn: "2026-03-02", openWayReader: PRIYA });
    await approve();
    await isAway(council, "p.shah", { to: "t.kerr", endsOn: "2026-03-12" });
    expect(await checked()).toContain(
      "except this way: letters to PO Box 12, read by Toni Kerr, in place of Priya Shah.",
    );
    await council.pass(7 * 24 * 60);
    expect(await checked()).toContain("except this way: letters to PO Box 12, read by Priya Shah.");
  });

  it("is read by the line manager once its reader, who had no deputy, has left", async () => {
    await begin("all_contact", { ...details, startsOn: "2026-03-02", openWayReader: PRIYA });
    await approve();
    await becomes({ status: "left" });
    expect(await checked()).toContain("read by Jordan Reid, in place of Priya Shah.");
  });

  it("has to be one that the customer can use", async () => {
    await begin("all_contact", details);
    expect(await answer({ needs: ["cannot_read_or_write"] })).toMatchObject({
      code: "faults",
      faults: expect.arrayContaining([expect.objectContaining({ gate: "way_left_open", code: "block" })]),
    });
  });
});
