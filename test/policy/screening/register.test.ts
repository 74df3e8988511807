/** What needs matching and the decision together, and is in no scenario of the file. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { aRegister, type World } from "../../support/screening-world.ts";

const file = new URL("../../fixtures/screening.json", import.meta.url);
const { world }: { readonly world: World } = JSON.parse(readFileSync(file, "utf8"));

const aCall = (id: string, customer: object) => ({
  id,
  occurredAt: "2026-09-15T11:00:00+01:00",
  direction: "inbound",
  channel: "phone",
  customer,
  conversation: "one call",
});

it("drops whom the register team judged not to be the same person, but not a reference", () => {
  const register = aRegister(world);
  const caller = { phone: "07700 900102", name: "Gareth Pennington" };
  expect(register.receive(aCall("1", caller))).toMatchObject({ outcome: "breach", match: { tier: "probable" } });
  register.judgeNotTheSame(caller, "M-102");
  expect(register.receive(aCall("2", { ...caller, phone: "+447700900102" }))).toMatchObject({ outcome: "clear" });
  expect(register.receive(aCall("3", { phone: "07700 900102" }))).toMatchObject({ outcome: "breach" });
  register.judgeNotTheSame({ ref: "M-102" }, "M-102");
  expect(register.receive(aCall("4", { ref: "M-102" }))).toMatchObject({ outcome: "breach" });
});

it("keeps to one alert when a later leg says which of two it is", () => {
  const register = aRegister(world);
  const first = register.receive(aCall("1", { phone: "01632 960128" }));
  const second = register.receive(aCall("2", { phone: "01632 960128", name: "Julia Nowak" }));
  expect(first).toMatchObject({ outcome: "possible_match", alertId: expect.any(String) });
  expect(second).toMatchObject({ outcome: "breach", match: { customerRef: "M-129" } });
  expect(second).toHaveProperty("alertId", "alertId" in first ? first.alertId : "none");
});
