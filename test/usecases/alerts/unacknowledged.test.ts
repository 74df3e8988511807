/** An alert that nobody acknowledges in time goes up the line, once (SCREENING section 6). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Council, DAY, toldOf } from "../builders.ts";
import { aCouncilWithChannel, emailed } from "../restricted.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncilWithChannel();
});
afterEach(() => council.drop());

describe("an alert that nobody acknowledges", () => {
  it("goes to the line manager of the officer reached, once", async () => {
    await emailed(council, 1);
    await council.pass(4 * DAY);
    await council.pass(4 * DAY);
    expect(await toldOf(council, "alert-officer")).toEqual(["Sam Hale", "Jordan Reid"]);
  });

  it("goes to the line manager of the manager who stood in, once", async () => {
    await council.sql`update officer set status = 'absent' where email like 's.hale@%'`;
    await emailed(council, 1);
    expect(await toldOf(council, "alert-officer")).toEqual(["Jordan Reid"]);
    await council.pass(4 * DAY);
    await council.pass(4 * DAY);
    expect(await toldOf(council, "alert-officer")).toEqual(["Jordan Reid", "Dana Okafor"]);
  });
});
