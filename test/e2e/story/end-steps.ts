/** The end: on its day the arrangement ends, people are told, and the customer is dealt with as anybody else. */
import { expect } from "vitest";
import { startOfDay } from "../../../src/policy/working-time/dates.ts";
import { send, words } from "../hands.ts";
import { expectNothingGivenAway } from "./contact-steps.ts";
import { CUSTOMER, type Step } from "./step.ts";

export const endSteps: readonly Step[] = [
  {
    title: "at its end it ends, and its owner and the register team are told",
    act: async ({ person, product, council, day, chat }, memory) => {
      const end = startOfDay(day(35), "Europe/London");
      await product.setClock(new Date(end.getTime() - 60_000));
      expect((await chat.log()).some(({ text }) => text === "An arrangement has ended.")).toBe(false);
      await product.setClock(new Date(end.getTime() + 60_000));
      const owner = await person(council.manager).card("An arrangement has ended");
      expect(words(owner)).toContain(`Customer ${memory.customerRef} may contact us as anybody else does`);
      const team = await person(council.registerTeam[1]).card("An arrangement has ended");
      expect(team.conversation).toBe(chat.channel(council.channels.register).id);
    },
  },
  {
    title: "from then on a contact is clear, and there is nothing to keep to",
    act: async ({ person, contact, council }) => {
      const { early } = council.reached;
      const answer = await contact({
        channel: "email",
        customer: { email: CUSTOMER.email },
        officer: { email: early.email },
      });
      expect(answer).toMatchObject({ outcome: "clear", alertId: null });
      const officer = person(council.reached.acknowledges.name);
      await officer.command("check-contact");
      await officer.form("Why are you checking?");
      expect(
        await send(officer, { "Email address": CUSTOMER.email, "Why are you checking?": "About to reply." }),
      ).toContain("nothing to keep to");
    },
  },
  { title: "to the end, nothing that was posted gave anybody away", act: expectNothingGivenAway },
];
