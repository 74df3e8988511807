/** Copies that would wait for ever, and how long one waits (DESIGN decisions 3 and 5). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Council, reported, toldOf } from "../builders.ts";
import { aCouncilWithChannel, emailed } from "../restricted.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncilWithChannel();
});
afterEach(() => council.drop());

const jobs = async () => {
  const rows = await council.sql`select key from graphile_worker.jobs order by key`;
  return rows.map(({ key }) => String(key));
};
const copiesOf = async (kind: string) => {
  const rows = await council.sql`select id from copy where kind = ${kind} order by created_at, round`;
  return rows.map(({ id }) => String(id));
};
const take = (copy: string) => council.use.takeDelivery({ organisation: council.organisation, copy });
const stateOf = async (copy: string) =>
  (await council.sql`select state, attempts, last_error as error from copy where id = ${copy}`)[0];

describe("a copy whose job was lost", () => {
  beforeEach(async () => {
    await reported(council);
    await council.sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
  });

  it("gets one again from the sweep, a minute after it was made", async () => {
    expect(await jobs()).toEqual([]);
    await council.pass(0.5);
    expect(await jobs()).toEqual([]);
    await council.pass(1);
    const copies = [...(await copiesOf("report-receipt")), ...(await copiesOf("triage"))];
    expect(await jobs()).toEqual(expect.arrayContaining(copies.map((id) => `copy:${id}`)));
  });

  it("gets none when it is up to date, was given up, or its chat is not connected", async () => {
    await council.sql`update copy set chat = 'teams' where kind = 'triage'`;
    await council.sql`update copy set state = 'failed' where kind = 'channel-chosen'`;
    await council.sql`update copy set state = 'sent', sent = wanted where kind = 'report-receipt'`;
    await council.pass(2);
    expect(await jobs()).toEqual([]);
  });
});

describe("a copy of a chat that is not connected", () => {
  it("is not taken up, and is not in doubt when the chat is back", async () => {
    await reported(council);
    const [copy = ""] = await copiesOf("triage");
    await council.sql`update copy set chat = 'teams' where id = ${copy}`;
    expect(await take(copy)).toBeUndefined();
    expect(await stateOf(copy)).toMatchObject({ state: "pending", attempts: 0 });
  });
});

describe("a wait", () => {
  const waits = async (copy: string) => {
    const [row] = await council.sql`
      select round(extract(epoch from run_at - now()) * 1000)::int as ms from graphile_worker.jobs where key = ${`copy:${copy}`}`;
    return Number(row?.["ms"]);
  };
  const busy = async (copy: string, retryAfterMs: number) => {
    const taken = await take(copy);
    if (!taken) throw new Error("nothing was taken");
    await council.use.recordEnding({ organisation: council.organisation, copy }, taken, { kind: "busy", retryAfterMs });
  };

  it("that the chat asked for is not made shorter by a change of the card", async () => {
    const incident = await reported(council);
    const [copy = ""] = await copiesOf("triage");
    await busy(copy, 60_000);
    await council.use.noFurtherAction({ actor: await council.actor("j.reid"), incident, reason: "Settled." });
    expect(await waits(copy)).toBeGreaterThan(50_000);
  });

  it("is never nothing", async () => {
    await reported(council);
    const [copy = ""] = await copiesOf("triage");
    await busy(copy, 0);
    expect(await waits(copy)).toBeGreaterThan(100);
  });
});

describe("a channel that cannot be looked at", () => {
  const unreachable = async (copy: string) => {
    const taken = await take(copy);
    if (!taken) throw new Error("nothing was taken");
    await council.use.recordEnding({ organisation: council.organisation, copy }, taken, { kind: "unreachable" });
  };

  it("is looked at ten times and once more; then the register team gets directly what would stand there", async () => {
    await emailed(council, 1);
    const [copy = ""] = await copiesOf("alert-channel");
    for (let times = 0; times < 10; times += 1) await unreachable(copy);
    expect(await stateOf(copy)).toMatchObject({ state: "pending", error: "unreachable" });
    expect(await toldOf(council, "alert-channel")).toEqual(["the register team"]);

    await unreachable(copy);
    expect(await stateOf(copy)).toMatchObject({ state: "blocked", error: "cannot-post" });
    expect(await toldOf(council, "alert-channel")).toEqual(["Ray Byrne", "the register team"]);
    expect(await toldOf(council, "channel-fault")).toEqual(["Ray Byrne"]);
  });
});
