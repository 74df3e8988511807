/** "can be taken with one press": what is taken is what was chosen, or nothing (CASEWORK section 2). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Values } from "../../../cards/model.ts";
import { detailsStep } from "../../../src/chat/handlers/propose/details.ts";
import { sendGates } from "../../../src/chat/handlers/propose/gates.ts";
import { gatesForm } from "../../../src/chat/handlers/propose/gates-form.ts";
import { conflicts } from "../../../src/policy/needs/conflicts.ts";
import { aCouncil, aProposal, type Council, socialWorkAnswers, theAnswers, theDetails } from "../builders.ts";

let council: Council;
let proposal: string;
const CUSTOMER = { needs: ["no_fixed_address"], collectionPoint: "the Town Hall" } as const;

/** Letters only, for somebody without an address: a collection point is offered, and a named officer. */
beforeEach(async () => {
  council = await aCouncil("unacceptable-actions");
  const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
  proposal = await aProposal.draft(council, { kinds: ["channels_only"], steps });
  const parameters = { channels_only: { channels: ["letter"] } };
  await council.use.detailProposal(await theDetails(council, proposal, { parameters }));
  await council.use.answerGates(await theAnswers(council, proposal, CUSTOMER));
  await socialWorkAnswers(council, proposal);
});
afterEach(() => council.drop());

/** The form as it would be drawn now, and what a window sends that was opened then. */
async function opened() {
  const ready = await council.use.prepareDetails({ actor: await council.actor("j.reid"), proposal });
  if (ready.code !== "ready") throw new Error(ready.code);
  const form = gatesForm(ready.assessed);
  const values = Object.fromEntries(form.fields.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])));
  const options = form.fields.flatMap((field) => (field.id === "offer" && "options" in field ? field.options : []));
  const keyOf = (label: RegExp) => options.find((option) => label.test(option.label))?.value ?? "";
  return { form, values, options, keyOf };
}
const send = async (values: Values) =>
  await sendGates(council.use)(await council.actor("j.reid"), {
    from: { chat: "slack", tenant: "T0NORTH", account: "j.reid" },
    form: "proposal-gates",
    target: { id: proposal, version: 1 },
    values,
  });
/** What another manager says of the customer meanwhile. */
const recorded = async (needs: readonly string[], collectionPoint: string | null) =>
  await council.sql`update customer set needs = ${council.sql.array([...needs])}, collection_point = ${collectionPoint}
    where ref = 'C-1042'`;
const taken = async () => {
  const [row] = await council.sql`select jsonb_path_query_array(restrictions, '$[*].kind') as kinds,
    answers -> 'provisions' as provisions from proposal where id = ${proposal}`;
  return row;
};
const NOTHING = { kinds: ["channels_only"], provisions: [] };
const TOWN_HALL = { kind: "collection_point", detail: "the Town Hall" };
const NOT_OFFERED = expect.stringContaining("no longer offered");

describe("an alternative", () => {
  it("is named by what it is, whatever else is offered beside it", async () => {
    const { keyOf, options } = await opened();
    expect(options).toHaveLength(2);
    expect(new Set(options.map(({ value }) => value)).size).toBe(2);
    await recorded(["no_fixed_address"], null);
    const fewer = await opened();
    expect(fewer.options).toHaveLength(1);
    expect(fewer.keyOf(/named officer/i)).toBe(keyOf(/named officer/i));
  });

  it("that was chosen is taken, also when another manager changed the needs in between", async () => {
    const { values, keyOf } = await opened();
    await recorded(["no_fixed_address"], null);
    expect(await send({ ...values, offer: keyOf(/named officer/i) })).toMatchObject({ kind: "form" });
    expect(await taken()).toEqual({ kinds: ["channels_only", "named_officer"], provisions: [] });
  });

  it("is the one for the customer as the form describes them, which is what is then recorded", async () => {
    const { values, keyOf } = await opened();
    await recorded(["hearing"], null);
    expect(await send({ ...values, offer: keyOf(/collected/) })).toMatchObject({ kind: "form" });
    expect(await taken()).toEqual({ ...NOTHING, provisions: [TOWN_HALL] });
    expect(await council.sql`select needs from customer where ref = 'C-1042'`).toEqual([
      { needs: ["no_fixed_address"] },
    ]);
  });

  it("that is no longer offered is refused: none is taken in its place, and everything typed is kept", async () => {
    const { values, keyOf } = await opened();
    const typed = {
      ...values,
      collectionPoint: "the Library",
      nothingLess: "A call each week was tried.",
      offer: keyOf(/collected/),
    };
    const answer = await send(typed);
    if (answer.kind !== "faults") throw new Error(answer.kind);
    expect(Object.values(answer.faults)).toContainEqual(NOT_OFFERED);
    expect(await taken()).toEqual(NOTHING);
    const [field] = answer.form.fields.filter(({ id }) => id === "offer");
    expect(field).toMatchObject({
      options: expect.arrayContaining([expect.objectContaining({ label: expect.stringContaining("the Library") })]),
    });
    expect(answer.form.fields).toContainEqual(
      expect.objectContaining({ id: "nothingLess", value: "A call each week was tried." }),
    );
    expect(answer.form.fields.find(({ id }) => id === "offer")?.value).toBeUndefined();
    expect(Object.keys(answer.faults).every((field) => answer.form.fields.some(({ id }) => id === field))).toBe(false);
  });

  it("that nothing asks for any more is refused, though nothing else is wrong", async () => {
    const { values, keyOf } = await opened();
    const answer = await send({ ...values, needs: [], offer: keyOf(/collected/) });
    expect(answer).toMatchObject({ kind: "faults", faults: { offers: NOT_OFFERED } });
    expect(await taken()).toEqual(NOTHING);
    expect(await send({ ...values, needs: [] })).toMatchObject({ kind: "form" });
  });

  it.each(["1", "2", "0", "-1", "constructor"])("is never named by a place: %s", async (offer) => {
    const { values } = await opened();
    expect(await send({ ...values, offer })).toMatchObject({ kind: "faults", faults: { offers: NOT_OFFERED } });
    expect(await taken()).toEqual(NOTHING);
  });

  it.each([/collected/, /named officer/i])(
    "that was taken is taken once, though the form is sent twice: %s",
    async (label) => {
      const { values, keyOf } = await opened();
      const press = () => send({ ...values, offer: keyOf(label) });
      const [first, terms] = [await press(), await taken()];
      expect(first.kind).toBe("form");
      expect(terms).not.toEqual(NOTHING);
      expect(await press()).toEqual(first);
      expect(await taken()).toEqual(terms);
    },
  );

  it("that came up with these answers is shown in a window drawn anew", async () => {
    const { form, values } = await opened();
    const answer = await send({ ...values, collectionPoint: "the Library" });
    if (answer.kind !== "faults") throw new Error(answer.kind);
    expect(answer.form.fields.map(({ id }) => id)).toEqual(form.fields.map(({ id }) => id));
    expect(JSON.stringify(answer.form)).toContain("collected at the Library");
    expect(answer.faults).toMatchObject({ offers: expect.stringContaining("has changed with your answers") });
    const again = await send({ ...values, collectionPoint: "the Library" });
    expect(again.kind === "faults" && Object.keys(again.faults)).not.toContain("offers");
  });
});

it("an officer who is named already takes the calls too, and the second step, opened again, holds both", async () => {
  const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
  proposal = await aProposal.draft(council, { kinds: ["named_officer", "call_times"], steps });
  const named = { officer: "p.shah@northmoor.example", channels: ["letter", "email"] };
  await council.use.detailProposal(
    await theDetails(council, proposal, { parameters: { named_officer: named, call_times: { maxPerWeek: 0 } } }),
  );
  const answers = await theAnswers(council, proposal, { needs: ["cannot_read_or_write", "mobility"] });
  const found = await council.use.answerGates(answers);
  if (found.code !== "faults") throw new Error(found.code);
  const offers = conflicts(found.assessed.needFacts, found.assessed.pack).flatMap((conflict) => conflict.offers);
  expect(offers.map(({ words }) => words)).toEqual(["a named officer by phone"]);
  expect(await council.use.answerGates({ ...answers, offer: offers[0] ?? null })).toMatchObject({ code: "saved" });
  expect(await taken()).toMatchObject({ kinds: ["named_officer"] });

  const step = await detailsStep(council.use, await council.actor("j.reid"), proposal);
  if (step.kind !== "form") throw new Error(step.kind);
  const shown = step.form.fields.find(({ id }) => id === "named_officer-channels");
  expect(shown).toMatchObject({ value: ["letter", "email", "phone"] });
});
