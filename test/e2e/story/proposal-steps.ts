/** Step 3: the service manager proposes three restrictions; without the earlier steps it is refused. */
import { expect } from "vitest";
import { becomes, refusedForm, told, typedIn } from "../hands.ts";
import { GATE_ANSWERS } from "../proposing.ts";
import type { CouncilStage } from "../stage.ts";
import { CUSTOMER, type Step, WHY } from "./step.ts";

const KINDS = ["One named officer only", "No emails, letters instead", "Phone calls at set days"];

/** The second screen, filled in; each test of it changes a little. */
function details({ council, day }: CouncilStage) {
  return {
    "Who is the one point of contact?": council.namedOfficer.name,
    "Calls on which days?": ["Tuesday", "Thursday"],
    "Calls from what time?": "10:00",
    "Calls until what time?": "12:00",
    "How many minutes at most?": "15",
    "Where does it apply?": "With every service",
    "If with every service, why?": "Four services were called.",
    "Until which day?": day(35),
    "When is it reviewed?": day(21),
    "Why is this needed?": WHY,
    "Which of these are this customer's alone?": [CUSTOMER.email, "07700 900321"],
  };
}

export const proposalSteps: readonly Step[] = [
  {
    title: "a proposal without the earlier steps is refused, and what was chosen is kept",
    act: async ({ person, council }) => {
      const manager = person(council.manager);
      await manager.press("Propose a restriction");
      await manager.form("Step 1 of 4");
      const chosen = { "Which restrictions do you propose?": KINDS };
      const { why, form } = await refusedForm(manager, chosen);
      expect(why.toLowerCase()).toContain(council.before.refusal);
      expect(typedIn(form, "Which restrictions do you propose?").split(",")).toHaveLength(KINDS.length);
    },
  },
  {
    title: "with what the policy asks for, the second step opens for the three kinds",
    act: async (stage) => {
      const { person, council, day } = stage;
      const manager = person(council.manager);
      await manager.fill(council.before.values((days) => day(-days)));
      expect((await manager.submit()).ok).toBe(true);
      const form = await manager.form("Step 2 of 4");
      const labels = form.fields.map(({ label }) => label);
      for (const label of Object.keys(details(stage))) expect(labels.join("\n")).toContain(label);
    },
  },
  {
    title: "for every service it asks why, beside the field, and keeps what was typed",
    act: async (stage) => {
      const manager = stage.person(stage.council.manager);
      const { why, form } = await refusedForm(manager, { ...details(stage), "If with every service, why?": "" });
      expect(why).toContain("Why the whole organisation");
      expect(typedIn(form, "Why is this needed?")).toBe(WHY);
      expect(typedIn(form, "How many minutes at most?")).toBe("15");
      await manager.fill({ "If with every service, why?": "Four services were called." });
      expect((await manager.submit()).ok).toBe(true);
    },
  },
  {
    title: "what senior staff will ask is asked before they do, and what was typed is kept",
    act: async ({ person, council }) => {
      const manager = person(council.manager);
      await manager.form("Step 3 of 4");
      const { "Why would nothing less do?": why, ...most } = GATE_ANSWERS;
      const refused = await refusedForm(manager, most);
      expect(refused.why).toContain("Why would nothing less do?");
      expect(typedIn(refused.form, "What did you tailor to this customer?")).toContain("is closed");
      await manager.fill({ "Why would nothing less do?": why });
      expect((await manager.submit()).ok).toBe(true);
    },
  },
  {
    title: "everything is read back, and the confirmation sends it to the seniors",
    act: async (stage, memory) => {
      const { person, council } = stage;
      const manager = person(council.manager);
      const form = await manager.form("Step 4 of 4");
      const back = form.lines.join("\n");
      for (const sentence of council.sentences) expect(back).toContain(sentence);
      memory.customerRef = /Customer: (N-\d+)/.exec(back)?.[1] ?? "no reference";
      expect(back).toContain(council.before.said);
      expect(back).toContain(WHY);
      expect(back).toContain(CUSTOMER.email);
      const triage = await manager.card("Look at report");
      const answer = await told(manager, await manager.submit());
      expect(answer).toMatch(/Your proposal \S+ is with senior staff/);
      for (const name of council.asked) expect(answer).toContain(name);
      memory.proposalRef = /Your proposal (\S+) is with/.exec(answer)?.[1] ?? "";
      await becomes(manager, triage, `${council.manager} proposed a restriction (${memory.proposalRef})`);
      await person(council.reporter).card("A restriction was proposed");
    },
  },
];
