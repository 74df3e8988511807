/** The model stands on its own, and answers the scenarios by itself: otherwise comparing with it would prove nothing. */
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { importsOfFile, sourceFiles } from "../../support/imports.ts";
import { SCENARIOS, type Scenario, shown } from "../../support/scenarios.ts";
import { aModel } from "../screening-model/model.ts";
import type { ContactFile, WorldFile } from "../screening-model/shapes.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const MODEL = "test/policy/screening-model";
const files = sourceFiles(ROOT, [MODEL]);

describe("the model of the contract", () => {
  it("was found", () => expect(files).toContain(`${MODEL}/model.ts`));

  it.each(files)("%s imports nothing of the product", (file) => {
    const imports = importsOfFile(ROOT, file).map(({ target }) => target);
    const foreign = imports.filter((target) => !target.startsWith(`${MODEL}/`));
    const packages = file.includes("/generate/") ? ["fast-check"] : ["temporal-polyfill", "libphonenumber-js"];
    expect(foreign.filter((target) => !packages.includes(target))).toEqual([]);
  });
});

describe.each(SCENARIOS)("scenarios of $file, answered by the model", ({ world, scenarios }) => {
  it.each(scenarios)("$name", (scenario) => {
    const answers = answersOf(world, scenario);
    for (const [place, expected] of scenario.expect.entries()) {
      if (expected.status !== "accepted") continue;
      // The model knows no conversations of alerts.
      const { sameAlertAs: _, otherAlertThan: __, ...wanted } = expected;
      expect(shown(answers, place, wanted), `contact ${place + 1}`).toEqual(wanted);
    }
  });
});

/** Only what is accepted: reading contacts and their ids is not what the model is about. */
function answersOf(world: WorldFile, { contacts, expect: expected }: Scenario) {
  const model = aModel(world);
  return contacts.map((contact, place) => {
    const status = expected[place]?.status ?? "rejected";
    if (status !== "accepted") return { status };
    const { alert, ...answer } = model.screen(contact as ContactFile);
    return { ...answer, status, alertId: alert ? "an alert" : null };
  });
}
