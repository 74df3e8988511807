/** SCREENING section 3: a number that is one customer's alone, beside a name that is not theirs, is probable and no more. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Values } from "../../../cards/model.ts";
import { triage } from "../../../cards/triage.ts";
import { openProposal, sendKinds } from "../../../src/chat/handlers/propose/kinds.ts";
import { openStep, sendStep } from "../../../src/chat/handlers/steps.ts";
import { aCouncil, auditOf, type Council, reported } from "../builders.ts";
import { openTriage } from "./triage-card.ts";

/** Alex Morgan's alone. */
const PHONE = "07700 900123";
let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const from = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
const customerOf = async (table: "incident" | "proposal" | "ladder_step") => {
  const [row] =
    await council.sql`select c.ref from ${council.sql(table)} t left join customer c on c.id = t.customer_id`;
  return row?.["ref"] ?? null;
};
const withNumber = async () =>
  await council.sql`select c.ref, i.shared from identifier i join customer c on c.id = i.customer_id
    where i.kind = 'phone' and i.key = '+447700900123' order by c.ref`;
const ofAlexAlone = [{ ref: "C-1042", shared: false }];

describe("a report with that number", () => {
  it.each([
    [{ phone: PHONE }, "C-1042"],
    [{ phone: PHONE, name: "Alex Morgan" }, "C-1042"],
    [{ phone: PHONE, name: "A. Morgan" }, "C-1042"],
    [{ phone: PHONE, name: "Kim Other" }, null],
  ])("of %j is about %s", async (customer, ref) => {
    await reported(council, { customer });
    expect(await customerOf("incident")).toBe(ref);
  });
});

describe("a report with that number and another name", () => {
  let incident: string;
  beforeEach(async () => {
    incident = await reported(council, { customer: { phone: PHONE, name: "Kim Other" } });
  });
  const target = () => ({ id: incident, version: 1 });
  const asked = { id: "perhaps", label: "Was it C-1042?", required: true };
  const proposes = async (values: Values) =>
    await sendKinds(council.use)(await council.actor("j.reid"), {
      from,
      form: "proposal-kinds",
      target: target(),
      values: {
        kinds: ["no_email"],
        name: "Kim Other",
        adviceHow: "phone",
        adviceOn: "2026-01-12",
        warningOn: "2026-02-02",
        ...values,
      },
    });

  it("says on its card who it may be, by reference", async () => {
    const facts = await openTriage(council, "Jordan Reid");
    const card = JSON.stringify(facts && triage(facts));
    expect(card).toContain("perhaps C-1042: the name given is not theirs.");
    expect(card).not.toMatch(/Kim|Other|Morgan/);
  });

  it("asks in the forms who it was", async () => {
    const actor = await council.actor("j.reid");
    const forms = [
      await openProposal(council.use)(actor, { from, action: "triage-propose", target: target() }),
      await openStep(council.use, "advice")(actor, { from, action: "triage-advice", target: target() }),
    ];
    for (const form of forms)
      expect(form.kind === "form" && form.form.fields).toContainEqual(expect.objectContaining(asked));
  });

  it("is nobody's while that is not said", async () => {
    const answer = await proposes({});
    expect(answer).toMatchObject({ kind: "faults", faults: { perhaps: expect.stringContaining("C-1042") } });
    expect(await council.sql`select id from proposal`).toEqual([]);
    expect(await council.sql`select ref from customer order by ref`).toHaveLength(2);
  });

  it("is theirs when the manager says so", async () => {
    expect(await proposes({ perhaps: "C-1042" })).toMatchObject({ kind: "form" });
    expect(await customerOf("proposal")).toBe("C-1042");
    expect(await withNumber()).toEqual(ofAlexAlone);
  });

  it("is somebody else's when the manager says so, whose number it does not become", async () => {
    expect(await proposes({ perhaps: "another" })).toMatchObject({ kind: "form" });
    expect(await customerOf("proposal")).toBe("N-0001");
    expect(await withNumber()).toEqual(ofAlexAlone);
    // The draft says it now, and nobody is asked again.
    const again = await openProposal(council.use)(await council.actor("j.reid"), {
      from,
      action: "triage-propose",
      target: target(),
    });
    const fields = again.kind === "form" ? again.form.fields : [];
    expect(fields.map(({ id }) => id)).not.toContain("perhaps");
    expect(fields).toContainEqual(expect.objectContaining({ id: "customerRef", value: "N-0001" }));
    expect(await proposes({ customerRef: "N-0001" })).toMatchObject({ kind: "form" });
    expect(await council.sql`select id from customer`).toHaveLength(3);
  });

  it("is asked about for a step too, and what it gives of somebody else's stays off the new entry", async () => {
    const gives = async (values: Values) =>
      await sendStep(council.use, "advice")(await council.actor("j.reid"), {
        from,
        form: "advice",
        target: target(),
        values: {
          name: "Kim Other",
          limbs: ["abusive"],
          whatHappened: "You swore.",
          whatToChange: "Do not swear.",
          how: "phone",
          by: "me",
          ...values,
        },
      });
    expect(await gives({})).toMatchObject({ kind: "faults", faults: { perhaps: expect.stringContaining("C-1042") } });
    expect(await council.sql`select id from ladder_step`).toEqual([]);
    expect((await gives({ perhaps: "another" })).kind).toBe("told");
    expect(await customerOf("incident")).toBe("N-0001");
    expect(await withNumber()).toEqual(ofAlexAlone);
    expect(await auditOf(council)).not.toContain("identifiers-added");
  });
});

it("a number that is typed only in the form is asked about then", async () => {
  const incident = await reported(council, { customer: { name: "Kim Other" } });
  const answer = await sendKinds(council.use)(await council.actor("j.reid"), {
    from,
    form: "proposal-kinds",
    target: { id: incident, version: 1 },
    values: {
      kinds: ["no_email"],
      name: "Kim Other",
      phone: PHONE,
      adviceHow: "phone",
      adviceOn: "2026-01-12",
      warningOn: "2026-02-02",
    },
  });
  expect(answer).toMatchObject({ kind: "faults", faults: { perhaps: expect.stringContaining("C-1042") } });
  expect(answer.kind === "faults" && answer.form.fields.map(({ id }) => id)).toContain("perhaps");
});

it("an address is nobody's alone, whatever the file said: whoever lives there too has it on record", async () => {
  await council.sql`update identifier set shared = false where kind = 'address'`;
  const id = await reported(council, { customer: { name: "Kim Other", address: "14 Sample Row, Northmoor" } });
  const sent = await sendKinds(council.use)(await council.actor("j.reid"), {
    from,
    form: "proposal-kinds",
    target: { id, version: 1 },
    values: {
      kinds: ["no_email"],
      name: "Kim Other",
      adviceHow: "phone",
      adviceOn: "2026-01-12",
      warningOn: "2026-02-02",
    },
  });
  expect(sent.kind).toBe("form");
  const living = await council.sql`select c.name, i.shared from identifier i join customer c on c.id = i.customer_id
    where i.kind = 'address' order by c.name`;
  expect(living).toEqual([
    { name: "Alex Morgan", shared: false },
    { name: "Kim Other", shared: true },
  ]);
});
