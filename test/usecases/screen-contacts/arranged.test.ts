/** Contacts are looked up among customers with an arrangement alone: whoever gets their first one is found from then on. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { background } from "../../../db/transaction.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { addReported } from "../../../src/usecases/propose/reported-identifiers.ts";
import { aCouncil, aDecision, aProposal, type Council, reported } from "../builders.ts";
import { northmoor } from "../northmoor.ts";

const NEW = "07700 900555";
let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

let calls = 0;
/** How sure it is whose call this is, once what was decided has begun; null when it is nobody's. */
async function tierOf(customer: object): Promise<string | null> {
  const contact = {
    id: `call-${calls++}`,
    occurredAt: "2026-03-20T10:00:00Z",
    direction: "inbound",
    channel: "phone",
    customer,
  };
  const [result] = await council.screen({
    organisation: council.organisation,
    source: "phone-system",
    contacts: [contact],
  });
  if (result?.status !== "accepted") throw new Error(JSON.stringify(result));
  return result.match?.tier ?? null;
}

const PHONE = { phone: "07700 900123" };
const NAME = { name: "Alex Morgan" };
const ADDRESS = { address: "14 Sample Row, Northmoor" };
const tiers = async (...asked: readonly object[]) => await Promise.all(asked.map(tierOf));

describe("a customer's first arrangement", () => {
  it("has them found by all that was on record before it", async () => {
    expect(await tiers(PHONE, NAME, ADDRESS, { ref: "C-1042" })).toEqual([null, null, null, null]);
    await aProposal.approved(council, { incident: await reported(council), customer: { ref: "C-1042" } });
    expect(await tiers(PHONE, NAME, ADDRESS, { ref: "C-1042" })).toEqual([
      "identified",
      "possible",
      "possible",
      "identified",
    ]);
    expect(await tiers({ phone: "07700 900456" })).toEqual([null]);
  });

  it("has them found by what comes after it: a report's number, an import's alias and e-mail", async () => {
    await aProposal.approved(council, { incident: await reported(council), customer: { ref: "C-1042" } });
    const report = await reported(council, { customer: { ref: "C-1042", phone: NEW } });
    await aProposal.awaitingDecision(council, { incident: report, customer: { ref: "C-1042" } });
    const world = northmoor("persistent-and-abusive-behaviour");
    const json = {
      ...world,
      customers: world.customers.map((one) =>
        one.ref === "C-1042"
          ? { ...one, aliases: ["Al Quinn"], identifiers: [{ kind: "email", value: "al@quinn.example" }] }
          : one,
      ),
    };
    await importWorld({ db: council.db, now: () => council.clock.now })({ json, sandbox: true });
    expect(await tiers({ phone: NEW }, { name: "Al Quinn" }, { email: "al@quinn.example" })).toEqual([
      "possible",
      "possible",
      "identified",
    ]);
  });

  it("waits for a number that is being added, and has them found by it", async () => {
    const proposal = await aProposal.awaitingDecision(council, { incident: await reported(council) });
    const incident = await reported(council, { customer: { ref: "C-1042", phone: NEW } });
    await council.sql`update incident set customer_id = (select id from customer where ref = 'C-1042') where id = ${incident}`;
    const by = (await council.actor("j.reid")).officer;
    const decision = await aDecision(council, proposal);
    const { organisation, clock } = council;

    let deciding: Promise<unknown> = Promise.resolve();
    await background(council.db, organisation, async (tx) => {
      await addReported(tx, { organisation, incident, by, at: clock.now });
      deciding = council.use.decideProposal(decision);
      await expect
        .poll(
          async () =>
            await council.sql`select 1 from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'`,
        )
        .toHaveLength(1);
    });
    expect(await deciding).toMatchObject({ code: "counted" });
    expect(await tiers({ phone: NEW })).toEqual(["possible"]);
  });
});

describe("the database keeps it so", () => {
  const as = async (statement: string) =>
    await background(council.db, council.organisation, async (tx) => await tx.execute(statement));
  const refusal = async (statement: string) =>
    await as(statement).then(
      () => "done",
      (error: { cause?: { constraint_name?: string } }) => error.cause?.constraint_name,
    );

  it("refuses an arrangement with somebody, and a key of somebody, whom screening would pass over", async () => {
    await aProposal.approved(council, { incident: await reported(council), customer: { ref: "C-1042" } });
    const theirs = "(select id from customer where ref = 'C-1042')";
    const others = "(select id from customer where ref = 'C-1043')";
    expect(await refusal(`update arrangement set customer_id = ${others}`)).toBe("arrangement_customer");
    expect(await refusal(`update customer set arranged = false where ref = 'C-1042'`)).toBe("arrangement_customer");
    expect(await refusal(`update identifier set arranged = false where customer_id = ${theirs}`)).toBe(
      "identifier_customer",
    );
    expect(
      await refusal(`insert into name_key (organisation_id, customer_id, key)
        select organisation_id, id, 'quinn' from customer where ref = 'C-1042'`),
    ).toBe("name_key_customer");
  });
});
