/** A case of each policy from the first word to the decision, played at the page: what comes before the tour's proposal. */
import { expect } from "vitest";
import { GATE_ANSWERS } from "../proposing.ts";
import { CASTS, type Cast } from "./cast.ts";
import { fillIn } from "./fields.ts";
import { TOUR_STEPS, type TourStep } from "./steps.ts";
import type { Visitor } from "./visitor.ts";

/** `setClock` moves the product's own clock so many days on, to ten in the morning. */
export type LadderStep = {
  readonly title: string;
  readonly act: (visitor: Visitor, cast: LadderCast, passes: (days: number) => Promise<void>) => Promise<void>;
};
export type LadderCast = Cast & { readonly socialWork: string; readonly steps: readonly LadderStep[] };

const TOLD = {
  "What happened, and when?": "On 2 November you rang nine times in one morning.",
  "What do you ask them to change?": "Ring once a week at most.",
  "What shows it?": "Nine calls, three hours, four officers.",
};

/** A step of the tour, without its looks: the tour's own test takes them at the same screens. */
function ofTheTour(title: string): TourStep["act"] {
  const step = TOUR_STEPS.find((one) => one.title === title);
  if (!step) throw new Error(`the tour has no step "${title}"`);
  return (visitor, cast) => step.act({ ...visitor, look: async () => {} }, cast);
}

/** The officer reports; the manager presses a button of the report's card. */
async function reportAnd(button: string, visitor: Visitor, cast: Cast): Promise<void> {
  await visitor.choose(cast.officer);
  await ofTheTour("Report a contact")(visitor, cast);
  await visitor.choose(cast.manager);
  await visitor.press("Look at report", button);
}

const advised: LadderStep = {
  title: "the officer asks the customer to moderate, with the policy's own words (7.2.1)",
  act: async (visitor, cast) => {
    const { window, send, close, choose, press, message, look } = visitor;
    await reportAnd("Ask to moderate", visitor, cast);
    const form = await window("The words to say or send are made from your answers");
    await look("the form of an advice");
    await form.getByLabel("Persistence").first().check();
    await fillIn(form, { ...TOLD, "Who asks them?": cast.officer, "How?": "Phone" });
    await send("Record");
    await close();
    await choose(cast.officer);
    await press("Ask the customer to moderate", "Read the words");
    expect(await (await window("If you talk to them")).innerText()).toContain("Ring once a week at most");
    await look("the words of an advice");
    await close();
    await press("Ask the customer to moderate", "Record what was said");
    await fillIn(await window("Record what was said"), { "What was said?": "They said that they will try." });
    await send("Record");
    await message("The customer was asked to moderate");
    await close();
  },
};

const warned: LadderStep = {
  title: "it goes on, and the service manager warns by letter (7.2.2)",
  act: async (visitor, cast, passes) => {
    const { window, send, close, press, message, look } = visitor;
    await passes(8);
    await reportAnd("Write a warning", visitor, cast);
    const form = await window("The letter is made from your answers");
    await look("the form of a warning");
    await form.getByLabel("Persistence").first().check();
    await fillIn(form, { ...TOLD });
    await send("Write the letter");
    await close();
    await press("Send the warning", "Read the letter");
    expect(await (await window("Letter to")).innerText()).toContain("Ring once a week at most");
    await look("the warning letter");
    await close();
    await press("Send the warning", "Mark letter as sent");
    await window("How was it sent?");
    await send("Mark letter as sent");
    await message("The warning letter has been sent");
    await close();
  },
};

/** Nothing that was done in the product is typed again. */
async function proposeAsFarAsTheGates(visitor: Visitor, cast: Cast): Promise<void> {
  const { window, send, look } = visitor;
  await reportAnd("Propose a restriction", visitor, cast);
  const first = await window("Step 1 of 4");
  await first.getByLabel("One named officer only").check();
  await look("step 1 of a proposal");
  await send("Continue");
  await fillIn(await window("Step 2 of 4"), {
    "Who is the one point of contact?": cast.namedOfficer,
    "Why is this needed?": "It went on after the warning: nine more calls in one morning.",
  });
  await send("Continue");
  await fillIn(await window("Step 3 of 4"), GATE_ANSWERS);
  await send("Continue");
}

async function confirmIt({ window, send, close }: Visitor, { namedOfficer, senior }: Cast): Promise<void> {
  expect(await (await window("Step 4 of 4")).innerText()).toContain(`Contact one person only: ${namedOfficer}`);
  await send("Confirm");
  expect(await (await window("is with senior staff")).innerText()).toContain(senior);
  await close();
}

const proposed: LadderStep = {
  title: "it goes on again, and a restriction is proposed without anything being typed twice (7.3)",
  act: async (visitor, cast, passes) => {
    await passes(8);
    await proposeAsFarAsTheGates(visitor, cast);
    await confirmIt(visitor, cast);
  },
};

const askedOfSocialWork: LadderStep = {
  title: "it goes on, and Social Work is asked before anybody decides",
  act: async (visitor, cast, passes) => {
    const { window, send, close, choose, press, message, look } = visitor;
    await passes(8);
    await proposeAsFarAsTheGates(visitor, cast);
    const kept = await window(/Your proposal P-\d+ is kept/);
    expect(await kept.innerText()).toContain("Social Work");
    expect(await kept.getByRole("button", { name: "Withdraw" }).count()).toBe(1);
    await close();
    await choose(cast.socialWork);
    expect(await (await message("A question to Social Work")).innerText()).not.toContain(cast.customerName);
    await press("A question to Social Work", "Answer");
    const form = await window("known to Social Work Services?");
    expect(await form.innerText()).toContain(cast.customerName);
    await look("the question to Social Work");
    await fillIn(form, { "Is this customer known to Social Work Services?": "No" });
    await send("Answer");
    await message("The question to Social Work is answered");
    await close();
    await choose(cast.manager);
    await press("Social Work has answered", "Go on with P-");
    for (const step of ["Step 2 of 4", "Step 3 of 4"]) {
      await window(step);
      await send("Continue");
    }
    await confirmIt(visitor, cast);
  },
};

const decided: LadderStep = {
  title: "a senior officer decides, and the letter is sent",
  act: async (visitor, cast) => {
    await ofTheTour("Approve it")(visitor, cast);
    await ofTheTour("Send the letter")(visitor, cast);
  },
};

/** The events of the case, the newest first, as the manager reads them. */
const history = (events: readonly string[]): LadderStep => ({
  title: "the case tells all of it",
  act: async ({ press, window, look, close }, _cast) => {
    await press("was approved", "Read the case");
    await window("Case of");
    await (await window("Case of")).getByRole("button", { name: "Case history" }).click();
    const text = await (await window("Case history:")).innerText();
    const found = [...text.matchAll(/\d[ap]m: (.+?)(?: \(|,|$)/gm)].map(([, event]) => event);
    expect(found).toEqual(events);
    await look("the history of a case");
    await close();
  },
});

const DECIDED = ["letter sent", "restriction approved", "restriction proposed", "reported"];
const WARNED = ["warning letter sent", "warning letter written", "reported"];

export const LADDER_CASTS: readonly LadderCast[] = CASTS.map((cast) =>
  cast.chat === "Slack"
    ? {
        ...cast,
        socialWork: "Naomi Clarke",
        steps: [
          advised,
          warned,
          proposed,
          decided,
          history([...DECIDED, ...WARNED, "asked to moderate their behaviour", "advice asked for", "reported"]),
        ],
      }
    : {
        ...cast,
        socialWork: "Eilidh Sutherland",
        steps: [warned, askedOfSocialWork, decided, history([...DECIDED, ...WARNED])],
      },
);
