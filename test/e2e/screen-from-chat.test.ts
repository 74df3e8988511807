/** "This is contact from a customer", said of a message in a channel: screened, answered to the officer alone, alerted. */
import { describe, expect, it } from "vitest";
import { HARROWDENE, STRATHCAOL } from "./councils.ts";
import { refusedForm, send, typedIn, words } from "./hands.ts";
import { oneSandbox } from "./stage-of.ts";

const DANGER = "If anyone may be in danger, deal with that first.";
const SAID = "My <address> has changed & nobody answered.\nZebedee";

const stageOf = oneSandbox();

describe.each([HARROWDENE, STRATHCAOL])("a message in a channel of $name", (council) => {
  const stage = stageOf(council);

  /** The officer says of a message what it is, and reads the answer. */
  async function screened(values: Readonly<Record<string, string>>): Promise<string> {
    const { chat, person } = stage();
    const officer = person(council.reporter);
    const outcome = await officer.pointAt(SAID, chat.channel(council.channels.open).id);
    expect(outcome).toEqual({ ok: true });
    await officer.form("Which day?");
    return await send(officer, values);
  }

  it("opens a form with its words, by email, now; who it was from is asked for", async () => {
    const { chat, person, day } = stage();
    const officer = person(council.reporter);
    await officer.pointAt(SAID, chat.channel(council.channels.open).id);
    const form = await officer.form("Which day?");
    expect(form.title).toBe("Contact from a customer");
    expect([typedIn(form, "What the message said"), typedIn(form, "How did it reach us?")]).toEqual([SAID, "email"]);
    expect(typedIn(form, "Which day?")).toBe(day(0));

    const { why, form: again } = await refusedForm(officer, { "What is it about?": "A change of address" });
    expect(why).toContain("Say who it was from");
    expect(typedIn(again, "What the message said")).toBe(SAID);
    expect(typedIn(again, "What is it about?")).toBe("A change of address");
    await officer.close();
  });

  it("outside an arrangement: what to do now, in the words of the alert that follows", async () => {
    const { chat, person } = stage();
    const open = chat.channel(council.channels.open).id;
    const before = (await person(council.manager).cards(open)).length;
    const answer = await screened({ "Email address it came from": council.restricted.email });
    expect(answer).toContain("This contact is outside an arrangement");
    expect(answer).toContain(DANGER);
    expect(answer).toContain(`Customer ${council.restricted.ref}`);

    const card = await person(council.reporter).card(DANGER);
    expect(card.buttons).toContain("Acknowledge");
    for (const line of card.lines) expect(answer).toContain(line);
    const masked = await person(council.registerTeam[0]).card(/Contact outside an arrangement/);
    expect(masked.conversation).toBe(chat.channel(council.channels.register).id);
    expect(words(masked)).not.toMatch(/Zebedee|Victor|Angus|@/);
    await stage().settled();
    expect((await person(council.manager).cards(open)).length).toBe(before + 1);
  });

  it("of nobody, of somebody allowed and of somebody who may be known: the same words to the letter", async () => {
    const { email, name } = council.restricted;
    const nobody = await screened({ "Email address it came from": "nobody@mailbox.example" });
    const allowed = await screened({
      "Email address it came from": email,
      "Is it contact that we always deal with?": "An appeal",
    });
    const perhaps = await screened({ "Name they gave": name, "Phone number it came from": "01632 960777" });
    const timeless = (answer: string) => answer.replace(/\d+(:\d+)?(am|pm)|midnight|midday/, "now");
    expect(nobody).toContain("You may deal with it as usual.");
    expect([timeless(allowed), timeless(perhaps)]).toEqual([timeless(nobody), timeless(nobody)]);
    const team = stage().person(council.registerTeam[0]);
    const asked = async () => (await team.cards()).some(({ buttons }) => buttons.includes("Same person"));
    await expect.poll(asked, { timeout: 5_000 }).toBe(true);
  });

  it("by a name alone: not enough to check, the same words whoever has it, never as usual", async () => {
    const known = await screened({ "Name they gave": council.restricted.name });
    const unknown = await screened({ "Name they gave": "Quentin Sharp" });
    expect(known).toMatch(/^A name is not enough/);
    expect(known).not.toContain("as usual");
    const timeless = (answer: string) => answer.replace(/\d+(:\d+)?(am|pm)|midnight|midday/, "now");
    expect(timeless(known)).toBe(timeless(unknown));
  });

  it("with nothing to look anybody up by: not checked, never clear", async () => {
    const answer = await screened({ "Phone number it came from": "999" });
    expect(answer).toMatch(/^Not checked/);
    expect(answer).not.toContain("as usual");
  });

  it("leaves its words nowhere", async () => {
    await stage().settled();
    const { product } = stage();
    expect(product.output()).not.toContain("Zebedee");
    const { sql } = product.database.owner;
    const [kept] = await sql`select jsonb_agg(to_jsonb(c))::text as text from contact c`;
    expect(kept?.["text"]).not.toContain("Zebedee");
  });
});
