/** Alerts beyond the channel's rate gather in one card that counts (DESIGN decision 5). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TakenDelivery } from "../../../src/usecases/delivery/take-delivery.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { screenContacts } from "../../../src/usecases/screen-contacts/screen-contacts.ts";
import { aCouncil, type Council } from "../builders.ts";
import { northmoor } from "../northmoor.ts";

const NO_EMAIL = {
  customer: "C-1043",
  decidedAt: "2026-01-05T10:00:00Z",
  decidedBy: "d.okafor@northmoor.example",
  startsAt: "2026-01-06T00:00:00Z",
  endsAt: "2026-06-06T00:00:00+01:00",
  reviewOn: "2026-05-06",
  reason: "Thirty emails a day after a warning.",
  restrictions: [{ kind: "no_email", clause: "7.3.2", scope: "organisation", parameters: {} }],
};

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
  const json = { ...northmoor("persistent-and-abusive-behaviour"), arrangements: [NO_EMAIL] };
  await importWorld({ db: council.db, now: () => council.clock.now })({ json, sandbox: true });
  await council.use.chooseRegisterChannel({
    organisation: council.organisation,
    chat: "slack",
    tenant: "T0NORTH",
    by: null,
    conversation: { id: "C0REGISTER", serviceUrl: null },
    look: { kind: "not-looked" },
  });
});
afterEach(() => council.drop());

/** So many calls about restricted customers, each a conversation of its own; gives back the channel's copies in order. */
async function alerts(count: number): Promise<readonly string[]> {
  const contacts = Array.from({ length: count }, (_, index) => ({
    id: `call-${index}`,
    conversation: `conversation-${index}`,
    occurredAt: "2026-03-02T09:30:00Z",
    direction: "inbound",
    channel: "email",
    customer: { ref: "C-1043" },
    officer: { email: "s.hale@northmoor.example" },
  }));
  const { db } = council;
  await screenContacts({ db, now: () => council.clock.now, chats: new Set(["slack"]) })({
    organisation: council.organisation,
    source: "test",
    contacts,
  });
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
});
