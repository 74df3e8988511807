/** "whether any reasonable adjustments are required": in whose language, and where a letter reaches somebody (paragraph 6). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

const NEEDS = "Does the customer have any of these needs?";

export const languageAndLetters: Scenario = {
  title: "no fixed address and another language: letters are in it and can be collected, as letter and register say",
  plays: async ({ bethan, ruth, elena, nadia, customer }) => {
    const seonaid = customer("Seonaid Macrae");
    const report = await bethan.reports(seonaid);
    const refused = await ruth.readsBack(report, {
      kinds: ["Named channels only"],
      before: THREAT,
      details: { "Which ways stay open?": ["Letter"] },
      gates: {
        [NEEDS]: ["Needs an interpreter", "Has no fixed address"],
        "If they need an interpreter: for which language?": "Gaelic",
        "If they have no fixed address: where could they collect letters?": "Harbour Library",
      },
    });
    expect(refused).toMatch(/Write and speak to them in Gaelic/);
    expect(await ruth.answersGates({ "Take this instead": "Letters and calls in Gaelic" })).toContain("conflicts");
    const back = await ruth.answersGates({ "Take this instead": "Letters collected at Harbour Library" });
    expect(back).toMatch(/Letters and calls are in Gaelic\..*Letters can be collected at Harbour Library\./s);
    const ref = await ruth.confirms(report);
    await elena.approves(ref);
    expect(await ruth.readsLetter(seonaid)).toMatch(/in Gaelic\..*collected at Harbour Library\./s);
    expect(await nadia.readsRegisterEntry(seonaid)).toMatch(/in Gaelic\..*collected at Harbour Library\./s);
  },
};
