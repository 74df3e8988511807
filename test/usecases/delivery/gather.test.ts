/** Alerts beyond the channel's rate gather in one card that counts (DESIGN decision 5). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TakenDelivery } from "../../../src/usecases/delivery/take-delivery.ts";
import type { Council } from "../builders.ts";
import { aCouncilWithChannel, emailed } from "../restricted.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncilWithChannel();
});
afterEach(() => council.drop());

/** So many messages of a customer who may send none; gives back the channel's copies in order. */
async function alerts(count: number): Promise<readonly string[]> {
  await emailed(council, count);
  const rows = await council.sql`
    select c.id from copy c join alert a on a.id = c.subject_id where c.kind = 'alert-channel' order by c.created_at, a.ref`;
  return rows.map(({ id }) => String(id));
}

const take = (copy: string) => council.use.takeDelivery({ organisation: council.organisation, copy });
const posted = (copy: string, taken: TakenDelivery) =>
  council.use.recordEnding({ organisation: council.organisation, copy }, taken, {
    kind: "posted",
    posted: { message: "1.1", conversation: { id: "C0REGISTER", serviceUrl: null } },
  });

const refused = (copy: string, taken: TakenDelivery, reason: string) =>
  council.use.recordEnding({ organisation: council.organisation, copy }, taken, { kind: "refused", reason });

describe("alerts that wait for the channel", () => {
  it("get a card each while they are few", async () => {
    const copies = await alerts(4);
    const taken = await Promise.all(copies.map(take));
    expect(taken.map((one) => one?.facts.kind)).toEqual(Array(4).fill("alert-channel"));
  });

  it("stand in the first one's card when they are many, and have nothing of their own to post", async () => {
    const [first = "", ...others] = await alerts(12);
    const taken = await take(first);
    expect(taken?.facts.kind).toBe("alert-digest");
    expect(taken?.facts.kind === "alert-digest" && taken.facts.facts.alerts.length).toBe(12);
    expect(await Promise.all(others.map(take))).toEqual(others.map(() => undefined));
  });

  it("bring that card up to date when one of them is answered", async () => {
    const [first = "", second = ""] = await alerts(12);
    const taken = await take(first);
    if (!taken) throw new Error("nothing was taken");
    await posted(first, taken);
    const [row] = await council.sql`select subject_id from copy where id = ${second}`;
    const actor = await council.actor("s.hale");
    await council.use.answerAlert({ actor, alert: String(row?.["subject_id"]), answer: "acknowledged", reason: null });

    expect(await take(second)).toBeUndefined();
    const again = await take(first);
    const open = again?.facts.kind === "alert-digest" ? again.facts.facts.alerts.filter((one) => one.open).length : -1;
    expect(open).toBe(11);
  });

  it("go to each of the register team when the channel cannot be used", async () => {
    const [first = ""] = await alerts(12);
    await take(first);
    await council.use.checkChannel({ organisation: council.organisation, copy: first }, { kind: "not-in-channel" });
    const rows = await council.sql`
      select count(distinct subject_id)::int as alerts from copy where kind = 'alert-channel' and officer_id is not null`;
    expect(rows[0]?.["alerts"]).toBe(12);
  });

  it("go out each alone when the card they share is refused before it was posted, its own among them", async () => {
    const copies = await alerts(12);
    const [first = ""] = copies;
    const taken = await take(first);
    if (!taken) throw new Error("nothing was taken");
    await refused(first, taken, "message_invalid");

    const again = await Promise.all(copies.map(take));
    expect(again.map((one) => one?.facts.kind)).toEqual(Array(12).fill("alert-channel"));
    const alone = again[0];
    if (!alone) throw new Error("nothing was taken");
    await council.use.recordEnding({ organisation: council.organisation, copy: first }, alone, {
      kind: "busy",
      retryAfterMs: 1_000,
    });
    const later = await take(first);
    if (!later) throw new Error("nothing was taken");
    expect(later.facts.kind).toBe("alert-channel");
    await refused(first, later, "message_invalid");
    expect(await council.sql`select state from copy where id = ${first}`).toEqual([{ state: "failed" }]);
  });

  it("gather anew when the card they stood in can no longer be changed", async () => {
    const [first = "", second = ""] = await alerts(12);
    const taken = await take(first);
    if (!taken) throw new Error("nothing was taken");
    await posted(first, taken);
    await council.sql`update copy set wanted = wanted + 1 where id = ${first}`;
    const update = await take(first);
    if (!update) throw new Error("nothing was taken");
    await refused(first, update, "message_not_found");

    const next = await take(second);
    expect(next?.facts.kind === "alert-digest" && next.facts.facts.alerts.length).toBe(11);
  });
});
