/** A service typed where no menu can hold them all: a name longer than a menu takes, and the form is sent all the same. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyReport, sendReport } from "../../../src/chat/handlers/report.ts";
import { emptyScreen, sendScreen } from "../../../src/chat/handlers/screen.ts";
import type { Council } from "../../usecases/builders.ts";
import { aCouncilWithChannel } from "../../usecases/restricted.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncilWithChannel();
  const long = `Parks, ${"playing fields and ".repeat(4)}allotments`;
  await council.sql`update officer set service = ${long} where email = 'w.adeyemi@northmoor.example'`;
});
afterEach(() => council.drop());

const from = { chat: "slack", tenant: "T0NORTH", account: "s.hale" } as const;
const UNKNOWN = "No service has this name. Check it, or leave it empty.";

const forms = {
  report: async (service: string) => {
    const { use, clock, actor } = council;
    const officer = await actor("s.hale");
    const empty = emptyReport(officer, clock.now);
    const send = sendReport({ ...use, now: () => clock.now });
    const written = { customerRef: "C-1043", what: "They rang 14 times." };
    return { empty, send: async () => await send(officer, sent("report", empty, { ...written, service })) };
  },
  screen: async (service: string) => {
    const { use, clock, actor } = council;
    const officer = await actor("s.hale");
    const empty = emptyScreen(officer, "", clock.now);
    const send = sendScreen({ ...use, now: () => clock.now });
    const written = { customerRef: "C-1043", channel: "email", on: "2026-03-02", at: "09:55" };
    return { empty, send: async () => await send(officer, sent("screen", empty, { ...written, service })) };
  },
};

function sent(
  form: "report" | "screen",
  empty: ReturnType<typeof emptyReport>,
  values: Readonly<Record<string, string>>,
) {
  if (empty.kind !== "form") throw new Error(empty.kind);
  return { from, form, target: empty.form.target, values };
}

/** The services of what was recorded: reports, and contacts that were screened. */
const services = async () =>
  (await council.sql`select service from incident union all select service from contact`).map(({ service }) => service);

describe.each(["report", "screen"] as const)("the service of the form %s", (name) => {
  it("is typed, and found however it is typed", async () => {
    const { empty, send } = await forms[name]("  customer  TEAM ");
    expect(empty).toMatchObject({
      form: { fields: expect.arrayContaining([expect.objectContaining({ id: "service", kind: "text" })]) },
    });
    expect(await send()).toMatchObject({ kind: "told" });
    expect(await services()).toEqual(["Customer Team"]);
  });

  it("is said to be nobody's where no service has the name", async () => {
    const { send } = await forms[name]("Customers");
    expect(await send()).toMatchObject({ kind: "faults", faults: { service: UNKNOWN } });
    expect(await services()).toEqual([]);
  });
});
