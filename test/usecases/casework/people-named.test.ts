/** Whom a restriction may name for what (SCREENING section 4): refused beside the field, with what to do. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Values } from "../../../cards/model.ts";
import { sendDetails } from "../../../src/chat/handlers/propose/details.ts";
import type { RestrictionKind } from "../../../src/policy/vocabulary.ts";
import { aCouncil, aProposal, type Council } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
  await council.sql`insert into outside_contact (organisation_id, id, name, body, email)
    values (${council.organisation}, 'tate-1', 'Rowan Tate', 'Tate Legal', 'rowan@tate.example')`;
});
afterEach(() => council.drop());

const PRIYA = "p.shah@northmoor.example";

async function sends(kind: RestrictionKind, values: Values) {
  const id = await aProposal.draft(council, { kinds: [kind] });
  const from = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
  const when = { startsOn: "2026-03-09", endsOn: "2026-09-09", reviewOn: "2026-08-10" };
  const answer = await sendDetails(council.use)(await council.actor("j.reid"), {
    from,
    form: "proposal-details",
    target: { id, version: 1 },
    values: { scope: "service", ...when, reason: "14 calls in 5 days.", ...values },
  });
  return answer.kind === "faults" ? answer.faults : answer.kind;
}

describe("the point of contact", () => {
  const SELF = "This is the point of contact. Name somebody else to stand in for them, or leave this empty.";
  it.each([
    ["an officer", PRIYA, "P.Shah@northmoor.example"],
    ["somebody outside the staff", "tate-1", "rowan@tate.example"],
  ])("%s does not stand in for themselves", async (_, officer, deputy) => {
    const values = { "named_officer-officer": officer, "named_officer-deputy": deputy };
    expect(await sends("named_officer", values)).toEqual({ "named_officer-deputy": SELF });
  });

  it("may be outside the staff, with an officer who stands in", async () => {
    const values = { "named_officer-officer": "tate-1", "named_officer-deputy": PRIYA };
    expect(await sends("named_officer", values)).toBe("form");
  });
});

describe("what comes in is read by an officer", () => {
  const NOT_STAFF = "They are not on the staff, and somebody outside it reads nothing that comes to us.";
  it.each(["tate-1", "rowan@tate.example"])("of a closed topic, not by %s", async (reader) => {
    const topic = { "topic_closed-topicRefs": "CO-1", "topic_closed-reader": reader };
    const words = `${NOT_STAFF} Name one of our officers.`;
    expect(await sends("topic_closed", topic)).toEqual({ "topic_closed-reader": words });
    expect(await sends("topic_closed", { ...topic, "topic_closed-reader": PRIYA })).toBe("form");
  });

  it.each(["tate-1", "rowan@tate.example"])("by the way left open, not by %s", async (openWayReader) => {
    const way = { openWay: "letters to PO Box 12", openWayBy: "letter" };
    const words = `${NOT_STAFF} Name another reader, or leave this empty for the register team.`;
    expect(await sends("all_contact", { ...way, openWayReader })).toEqual({ openWayReader: words });
    expect(await sends("all_contact", { ...way, openWayReader: PRIYA })).toBe("form");
  });
});
