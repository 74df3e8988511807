/** Step 7: contacts come in. What keeps to the arrangement disturbs nobody; what does not is alerted, masked. */
import { expect } from "vitest";
import type { Person, SeenCard } from "../../support/person.ts";
import { becomes, read, send, told, words } from "../hands.ts";
import type { CouncilStage } from "../stage.ts";
import { MAY_NOT_KNOW } from "./register-steps.ts";
import { CUSTOMER, type Memory, NEVER_POSTED, type Step } from "./step.ts";

const OFFICER_CARD = "This contact is outside an arrangement";

/** The card in the register's channel about the same alert as the officer's card, once it says so. */
async function inChannel({ person, chat, council }: CouncilStage, { lines }: SeenCard, say: string) {
  const ref = /A-\d+/.exec(lines.join("\n"))?.[0] ?? "no reference";
  const card = await person(council.registerTeam[0]).card(new RegExp(`^${say}[^]*Reference ${ref}`));
  expect(card.conversation).toBe(chat.channel(council.channels.register).id);
  return card;
}

/** The contact reached this officer: the answer says so, and they get the card. */
async function breach(stage: CouncilStage, officer: { email: string; name: string }, contact: object) {
  const answer = await stage.contact({ officer: { email: officer.email }, ...contact });
  expect(answer).toMatchObject({ status: "accepted", outcome: "breach" });
  return await stage.person(officer.name).card(OFFICER_CARD);
}

/** One press is not enough: it is final. */
async function saysSomeoneElse(officer: Person): Promise<void> {
  const before = await officer.card(OFFICER_CARD);
  await officer.press("It is someone else", { on: OFFICER_CARD });
  await officer.form("This is final");
  expect((await officer.card(OFFICER_CARD)).buttons).toEqual(before.buttons);
  await send(officer);
}

/** Presses what the register team is asked, on the newest question. */
async function judge(team: Person, label: string): Promise<string> {
  return await told(team, await team.press(label, { on: "An officer says that it is someone else" }));
}

export const contactSteps: readonly Step[] = [
  {
    title: "a breach: the officer reads what to do now, the channel reads no name",
    act: async (stage, memory) => {
      const { council, person } = stage;
      const { acknowledges } = council.reached;
      const card = await breach(stage, acknowledges, { channel: "email", customer: { email: CUSTOMER.email } });
      expect(words(card)).not.toContain(MAY_NOT_KNOW);
      expect(card.lines[1]).toBe("If anyone may be in danger, deal with that first.");
      expect(words(card)).toMatch(/Do not answer|Do not reply/);
      expect(words(card)).toMatch(
        new RegExp(`${council.namedOfficer.name} .*is this customer's point of contact and has been told`),
      );
      expect(words(card)).toContain(memory.customerRef);
      const masked = await inChannel(stage, card, "Contact outside an arrangement");
      expect(words(masked)).toContain("The officer has been told what to do.");
      expect(words(masked)).not.toContain(memory.customerRef);
      expect(words(masked)).not.toContain(acknowledges.name);
      await person(council.namedOfficer.name).card("A customer of yours contacted somebody else");
    },
  },
  {
    title: "acknowledge: both cards say so",
    act: async (stage) => {
      const { council, person } = stage;
      const officer = person(council.reached.acknowledges.name);
      const own = await officer.card(OFFICER_CARD);
      const masked = await inChannel(stage, own, "Contact outside an arrangement");
      await told(officer, await officer.press("Acknowledge", { on: OFFICER_CARD }));
      expect(
        (await becomes(officer, own, `Acknowledged by ${council.reached.acknowledges.name}`)).buttons,
      ).not.toContain("Acknowledge");
      await becomes(person(council.registerTeam[0]), masked, "Acknowledged");
    },
  },
  {
    title: "the details of an alert open for the register team in a dialog, and that is recorded",
    act: async (stage) => {
      const team = stage.person(stage.council.registerTeam[0]);
      const before = await stage.audited("alert-opened");
      expect(await read(team, "Open", "Contact outside an arrangement")).toContain(CUSTOMER.name);
      expect(await stage.audited("alert-opened")).toBe(before + 1);
    },
  },
  {
    title: "it is someone else: the officer's alert closes, and the register team says that it is the same person",
    act: async (stage) => {
      const { council, person } = stage;
      const { saysSame } = council.reached;
      const own = await breach(stage, saysSame, { channel: "email", customer: { email: CUSTOMER.email } });
      const officer = person(saysSame.name);
      await saysSomeoneElse(officer);
      expect((await becomes(officer, own, `${saysSame.name} says that it is someone else`)).buttons).toEqual(["Open"]);
      const question = await inChannel(stage, own, "An officer says that it is someone else");
      const team = person(council.registerTeam[0]);
      await judge(team, "Same person");
      await becomes(team, question, `Same person: ${council.registerTeam[0]}`);
    },
  },
  {
    title: "another one, by phone: the register team says that it is not the same person",
    act: async (stage) => {
      const { council, person } = stage;
      const { saysNotSame } = council.reached;
      const own = await breach(stage, saysNotSame, { channel: "phone", customer: { phone: CUSTOMER.phone } });
      const officer = person(saysNotSame.name);
      await saysSomeoneElse(officer);
      const question = await inChannel(stage, own, "An officer says that it is someone else");
      const team = person(council.registerTeam[0]);
      await judge(team, "Not the same person");
      const answered = await becomes(team, question, `Not the same person: ${council.registerTeam[0]}`);
      expect(answered.buttons).toEqual(["Open"]);
    },
  },
  {
    title: "a letter to the named officer keeps to the arrangement: nobody is disturbed",
    act: async (stage, memory) => {
      await stage.settled();
      const before = await stage.chat.log();
      const answer = await stage.contact({
        channel: "letter",
        customer: { ref: memory.customerRef },
        officer: { email: stage.council.namedOfficer.email },
      });
      expect(answer).toMatchObject({ status: "accepted", outcome: "permitted", alertId: null });
      await stage.settled();
      expect(await stage.chat.log()).toEqual(before);
    },
  },
  {
    title: "what cannot be read is refused for itself, and the same contact again is the same answer",
    act: async ({ contact, council }) => {
      const again = { id: "call-77", channel: "phone", customer: { phone: "07700 900999" } };
      expect((await contact({ ...again, officer: { email: council.namedOfficer.email } })).outcome).toBe("clear");
      expect((await contact({ ...again, officer: { email: council.namedOfficer.email } })).status).toBe("duplicate");
      expect((await contact({ channel: "smoke signals", customer: {} })).status).toBe("rejected");
    },
  },
  {
    title: "no message that was ever posted holds a name, an identifier or what happened",
    act: expectNothingGivenAway,
  },
];

/** Reads every message that anybody can see, cards and notification texts, and the log of all posts and edits. */
export async function expectNothingGivenAway({ chat }: CouncilStage, _memory?: Memory): Promise<void> {
  const everything = (await chat.allMessages()).filter(({ from }) => from.bot);
  expect(everything.length).toBeGreaterThan(15);
  const texts = [...everything, ...(await chat.log())].map((message) => JSON.stringify(message));
  for (const secret of NEVER_POSTED) {
    const found = texts.filter((text) => text.includes(secret));
    expect(found, `"${secret}" was posted`).toEqual([]);
  }
}
