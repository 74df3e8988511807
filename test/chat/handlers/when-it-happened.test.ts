/** The report form: when it happened, with a day or a time left empty. It is Monday 2 March 2026, 10am. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { emptyReport, sendReport } from "../../../src/chat/handlers/report.ts";
import { aCouncil, type Council } from "../../usecases/builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const send = async (when: Readonly<Record<string, string>>) => {
  const { use, clock } = council;
  const officer = await council.actor("s.hale");
  const empty = emptyReport(officer, clock.now);
  if (empty.kind !== "form") throw new Error(empty.kind);
  return await sendReport({ ...use, now: () => clock.now })(officer, {
    from: { chat: "slack", tenant: "T0NORTH", account: "s.hale" },
    form: "report",
    target: empty.form.target,
    values: { customerRef: "C-1042", what: "They rang 14 times.", ...when },
  });
};

it.each<[string, Readonly<Record<string, string>>, string]>([
  ["neither is now", {}, "2026-03-02T10:00:00.000Z"],
  ["today without a time is now, and not a midday to come", { on: "2026-03-02" }, "2026-03-02T10:00:00.000Z"],
  ["a time without a day is one of today", { at: "08:15" }, "2026-03-02T08:15:00.000Z"],
  ["another day without a time is its midday", { on: "2026-02-27" }, "2026-02-27T12:00:00.000Z"],
  ["both are what they say", { on: "2026-02-27", at: "17:10" }, "2026-02-27T17:10:00.000Z"],
])("%s", async (_, when, instant) => {
  expect(await send(when)).toMatchObject({ kind: "told" });
  const [row] = await council.sql`select occurred_at from incident`;
  expect(new Date(String(row?.["occurred_at"])).toISOString()).toBe(instant);
});

it("a time of today that is still to come is refused beside its field", async () => {
  expect(await send({ at: "17:10" })).toMatchObject({ kind: "faults", faults: { on: expect.any(String) } });
});
