/** 7.1, and paragraph 1 of unacceptable actions: whatever it is about, and whatever was done at once. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aProposal, type Council, reported } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

describe("a report", () => {
  it.each(["complaint CO-1", "appeal CT-7", "other", null])(
    "about %s comes to a decision all the same",
    async (matter) => {
      const incident = await reported(council, { matter });
      expect(await aProposal.approved(council, { incident })).toMatchObject({ id: expect.any(String) });
      expect(await council.sql`select matter from incident`).toEqual([{ matter }]);
    },
  );

  it("keeps what the officer did at once, which nobody had to allow", async () => {
    await reported(council, { doneAtOnce: "ended_call called_police" });
    expect(await council.sql`select done_at_once, triaged_by from incident`).toEqual([
      { done_at_once: "ended_call called_police", triaged_by: null },
    ]);
  });

  it("of an appeal stays open to the customer, whatever is restricted", async () => {
    const incident = await reported(council, { matter: "appeal CT-7" });
    await aProposal.approved(council, { incident });
    await council.pass(8 * 24 * 60);
    const [screened] = await council.screen({
      organisation: council.organisation,
      source: "switchboard",
      contacts: [
        {
          id: "c-1",
          occurredAt: "2026-03-10T15:00:00Z",
          direction: "inbound",
          channel: "email",
          customer: { ref: "C-1042" },
          officer: { email: "s.hale@northmoor.example" },
          protectedReason: "appeal",
        },
      ],
    });
    expect(screened).toMatchObject({ outcome: "permitted", handling: ["protected_contact"] });
  });
});
