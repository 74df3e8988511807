/** One council, a pack in which each of these axes differs from both packs of the product: what people read and are asked. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ActionName, FormName } from "../../../cards/actions.ts";
import type { Values } from "../../../cards/model.ts";
import type { Answer } from "../../../src/chat/desk.ts";
import { createFrontDesk } from "../../../src/chat/front-desk.ts";
import { cardOf } from "../../../src/jobs/card-of.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { adoptPack } from "../../../src/usecases/packs/adopt-pack.ts";
import { PERSISTENT } from "../../policy/packs/known-packs.ts";
import { aCouncil, aProposal, type Council, reported, sends, theAnswers, theDetails } from "../../usecases/builders.ts";
import type { Person } from "../../usecases/northmoor.ts";

const assumed = true as const;
const OWN: Pack = {
  ...PERSISTENT,
  id: "our-own",
  version: 1,
  limbs: {
    ...PERSISTENT.limbs,
    value: PERSISTENT.limbs.value.map((limb) =>
      limb.code === "persistent" ? { ...limb, shownBy: ["minutes"] } : limb,
    ),
  },
  steps: PERSISTENT.steps.map((step) =>
    step.step === "warning" ? { ...step, how: { value: ["email"], assumed } } : step,
  ),
  gates: { value: PERSISTENT.gates.value.filter((gate) => gate !== "own_house"), assumed },
  meetingsDecidedBy: { value: "senior_officer", assumed },
  pointOfContact: { careWorker: { value: null, assumed } },
};

let council: Council;
const adopts = async (pack: Pack): Promise<void> => {
  const { organisation, db, clock } = council;
  const outcome = await adoptPack({ db, now: () => clock.now })({ organisation, pack });
  if (outcome.code !== "adopted") throw new Error(JSON.stringify(outcome));
};
beforeEach(async () => {
  council = await aCouncil();
  await adopts(OWN);
});
afterEach(() => council.drop());

const desk = () =>
  createFrontDesk({
    ...council.use,
    now: () => council.clock.now,
    outage: () => undefined,
    useChannel: () => Promise.resolve({ code: "unreachable" }),
  });
const from = (person: Person) => ({ chat: "slack", tenant: "T0NORTH", account: person }) as const;
const press = (person: Person, action: ActionName, id: string) =>
  desk().press({ from: from(person), action, target: { id, version: 1 } });
const submit = (person: Person, form: FormName, { id, values }: { id: string; values: Values }) =>
  desk().submit({ from: from(person), form, target: { id, version: 1 }, values });
const fieldOf = (answer: Answer, id: string) =>
  "form" in answer ? answer.form.fields.find((field) => field.id === id) : undefined;
const faultsOf = (answer: Answer) => (answer.kind === "faults" ? answer.faults : {});

/** What this person's newest card of a kind says. */
async function cardFor(name: string, kind: string): Promise<string> {
  const [row] = await council.sql`select c.id from copy c join officer o on o.id = c.officer_id
    where c.kind = ${kind} and o.name = ${name} order by c.created_at desc limit 1`;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(row?.["id"]) });
  return taken ? JSON.stringify(cardOf(taken.facts)) : "";
}

const STEP = { whatHappened: "You rang 14 times.", whatToChange: "Ring once a week." };

describe("a warning", () => {
  const warned = async (values: Values) => {
    const id = await reported(council, { occurredAt: new Date("2026-02-20T10:00:00Z") });
    const advised = { adviceHow: "phone", adviceOn: "2026-02-10", how: "email" };
    return await submit("j.reid", "warning", { id, values: { ...STEP, ...advised, ...values } });
  };

  it("asks to be shown by what the pack says, and nothing else", async () => {
    const asked = await press("j.reid", "triage-warning", await reported(council));
    expect(fieldOf(asked, "shownBy")).toMatchObject({ hint: "Persistence: how much time the contacts took." });
    expect(faultsOf(await warned({ limbs: ["persistent"] }))).toEqual({
      shownBy: "Say how much time the contacts took.",
    });
  });

  it("goes by email: on the task, in its text, when it is recorded, and to the reporter", async () => {
    expect(await warned({ limbs: ["abusive"] })).toMatchObject({ card: { title: "The warning letter is written" } });
    expect(await cardFor("Jordan Reid", "letter-task")).toContain("by email");
    expect(await cardFor("Sam Hale", "report-receipt")).toContain("will be warned by email");

    const [letter] = await council.sql`select id from letter`;
    const id = String(letter?.["id"]);
    expect(JSON.stringify(await press("j.reid", "letter-read", id))).toContain(
      "Copy this into an email, and attach the policy.",
    );
    expect(fieldOf(await press("j.reid", "letter-sent", id), "how")).toMatchObject({
      value: "email",
      options: [{ value: "email" }],
    });
    const byPost = await submit("j.reid", "letter-sent", { id, values: { how: "letter", on: "2026-03-02" } });
    expect(faultsOf(byPost)).toHaveProperty("how");
    await submit("j.reid", "letter-sent", { id, values: { how: "email", on: "2026-03-02" } });
    expect(await cardFor("Jordan Reid", "letter-task")).toContain("sent it by email on 2 March 2026");
    expect(await cardFor("Sam Hale", "report-receipt")).toContain("was sent a warning by email on 2 March 2026");
  });
});

describe("a proposal", () => {
  const premises = async () => {
    const id = await aProposal.draft(council, { kinds: ["premises_by_appointment"], ...byEmail });
    const parameters = { premises_by_appointment: { premises: ["Town House"] } };
    const detailed = await council.use.detailProposal(await theDetails(council, id, { parameters }));
    expect(detailed.code).toBe("saved");
    return id;
  };
  const byEmail = {
    steps: [
      { step: "advice" as const, on: "2026-01-12", how: "phone" as const, by: "Sam Hale" },
      { step: "warning" as const, on: "2026-02-02", how: "email" as const, by: null },
    ],
  };

  it("is asked what the pack asks: who decided about meetings, and no care worker", async () => {
    const form = await submit("j.reid", "proposal-gates", { id: await premises(), values: {} });
    expect(fieldOf(form, "meetings")).toMatchObject({
      options: expect.arrayContaining([
        expect.objectContaining({ label: expect.stringMatching(/^A senior officer /) }),
      ]),
    });
    expect(fieldOf(form, "careWorkerDeclined")).toBeUndefined();
    expect(fieldOf(form, "matterKind")).toBeUndefined();
    expect(faultsOf(form)).toHaveProperty("limb");
  });

  it("does not go out without its ground, and the decision carries the judgement", async () => {
    const id = await premises();
    const answers = await theAnswers(council, id, { limb: null, matter: null });
    expect(await council.use.answerGates(answers)).toMatchObject({ code: "faults", faults: [{ gate: "own_house" }] });
    expect(await sends(council, id)).toMatchObject({ sent: { code: "gates" } });

    const named = await theAnswers(council, id, { limb: "persistent", matter: null });
    expect(await council.use.answerGates(named)).toMatchObject({ code: "saved" });
    const { sent, version } = await sends(council, id);
    expect(sent.code).toBe("submitted");
    const actor = await council.actor("d.okafor");
    await council.use.decideProposal({ actor, proposal: id, version, verdict: "approve", reason: null });
    expect(await council.sql`select judged from arrangement`).toEqual([{ judged: ["unreasonably_persistent"] }]);
    const [letter] = await council.sql`select body from letter`;
    expect(letter?.["body"]).toContain("We judged this contact to be unreasonably persistent.");
  });
});

it("Social Work is not asked for a care worker whom nobody would be referred to", async () => {
  const always: Pack = {
    ...OWN,
    version: 2,
    gates: { value: [...OWN.gates.value.filter((gate) => gate !== "social_work"), "social_work"], assumed },
    socialWork: { asked: { value: "always", assumed }, needs: { value: [], assumed } },
    socialWorkAttemptWorkingDays: { value: 2, assumed },
  };
  await adopts(always);
  const id = await aProposal.draft(council);
  await council.use.detailProposal(await theDetails(council, id));
  await council.use.answerGates(await theAnswers(council, id));
  const [question] = await council.sql`select id from social_work_question`;
  const form = await press("w.adeyemi", "social-work-answer", String(question?.["id"]));
  expect(fieldOf(form, "known")).toBeDefined();
  expect(fieldOf(form, "careWorker")).toBeUndefined();
});

describe("a pack in which a service manager decides", () => {
  const version = 3;
  const byManagers: Pack = {
    ...OWN,
    version,
    approvers: OWN.approvers.map((rule) => ({ ...rule, role: { value: "service_manager", assumed } })),
  };
  beforeEach(async () => {
    await council.sql`update officer set roles = '{service_manager}', service = 'Benefits' where email like 'e.ward@%'`;
    await adopts(byManagers);
  });

  it("says nowhere that senior staff alone decide", async () => {
    const id = await aProposal.draft(council);
    await council.use.detailProposal(await theDetails(council, id));
    const asked = await submit("j.reid", "proposal-gates", { id, values: {} });
    await council.use.answerGates(await theAnswers(council, id));
    const readBack = await press("j.reid", "proposal-edit", id);
    const said = JSON.stringify([asked, readBack]);
    expect(said).toContain("what service managers and senior staff will ask");
    expect(said.replaceAll("service managers and senior staff", "")).not.toMatch(/senior staff/i);
    await sends(council, id);
    expect(await cardFor("Jordan Reid", "proposal-sent")).toContain("is with service managers and senior staff");
    expect(await cardFor("Sam Hale", "report-receipt")).not.toContain("enior staff");
  });
});
