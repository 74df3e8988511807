/** Every scenario of SCREENING, decided by the pure functions alone. */
import { afterAll, describe, expect, it } from "vitest";
import { SCENARIOS, shown } from "../../support/scenarios.ts";
import { aRegister } from "../../support/screening-world.ts";

describe.each(SCENARIOS)("scenarios of $file", ({ file, world, scenarios }) => {
  let passed = 0;

  it.each(scenarios)("$name ($why)", (scenario) => {
    const register = aRegister(world);
    const results = scenario.contacts.map((contact) => register.receive(contact));
    scenario.expect.forEach((expected, place) => {
      expect(shown(results, place, expected), `contact ${place + 1}`).toEqual(expected);
    });
    passed += 1;
  });

  afterAll(() => {
    console.log(`${file} scenarios: ${passed} of ${scenarios.length}`);
  });
});
