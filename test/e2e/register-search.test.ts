/** The search of the register in both chats: from the words, from the home tab or the card, and never in a channel. */
import { describe, expect, it } from "vitest";
import type { Person, SeenDialog } from "../support/person.ts";
import { type CouncilFacts, HARROWDENE, STRATHCAOL } from "./councils.ts";
import { refusedForm } from "./hands.ts";
import { oneSandbox } from "./stage-of.ts";

const words = ({ lines }: { readonly lines: readonly string[] }): string => lines.join("\n");

const stageOf = oneSandbox();

describe.each([HARROWDENE, STRATHCAOL])("the search of the register of $name", (council: CouncilFacts) => {
  const stage = stageOf(council);
  const team = () => stage().person(council.registerTeam[0]);
  const { ref, name, email } = council.restricted;
  const surname = name.split(" ").at(-1) ?? name;

  /** Types the words; Slack answers in a window, Teams with a card in the conversation with the bot. */
  async function typed(person: Person, text: string, says: string, where?: string): Promise<string> {
    expect((await person.command("contact-register", text, where)).ok).toBe(true);
    return words(await (person.chat === "slack" ? person.form(says) : person.card(says)));
  }
  /** Sends the open form with these words. */
  async function sought(person: Person, text: string, says: string): Promise<SeenDialog> {
    await person.form("Search the register");
    await person.fill({ "Name, reference": text });
    await person.submit();
    return await person.form(says);
  }

  it("finds a case by its reference and opens the entry", async () => {
    expect(await typed(team(), `find ${ref.toLowerCase()}`, "Found: ")).toContain(ref);
    await team().press(`Open ${ref}`);
    expect(words(await team().form(`Register: ${ref}`))).toContain(name);
    await team().close();
    expect(await stage().audited("register-searched")).toBeGreaterThan(0);
  });

  it("shows no name in a message that stays", async () => {
    const seen = await typed(team(), `find ${ref}`, "Found: ");
    // Slack answers in a window, Teams with a message.
    expect(seen.includes(name)).toBe(team().chat === "slack");
    await team().close();
  });

  it("takes no name from typed words: the empty form opens, and nothing was searched", async () => {
    const before = await stage().audited("register-searched");
    expect((await team().command("contact-register", `Find ${surname}`)).ok).toBe(true);
    // Slack opens the form, Teams answers with a card whose button does.
    const card = team().chat === "teams" ? await team().card("Nothing was searched yet") : null;
    if (card) await team().press("Search the register", { on: "Nothing was searched yet" });
    const form = await team().form("Search the register");
    expect(JSON.stringify([card, form])).not.toContain(surname);
    expect(await stage().audited("register-searched")).toBe(before);
    await sought(team(), surname, "Found: ");
    await team().close();
  });

  it("opens a form from the home tab or the card, which finds by name, phone and email and shows names", async () => {
    if (team().chat === "slack") await typed(team(), "my-work", "Your work");
    else await team().say("my work");
    await team().press("Search the register");
    expect(words(await sought(team(), surname, "Found: "))).toContain(name);
    await team().press("Search the register");
    expect(words(await sought(team(), email.toUpperCase(), "Found: "))).toContain(name);
    await team().close();
  });

  it("says what to try when nothing is found, and what is missing", async () => {
    await typed(team(), "find X-404", "Nothing was found");
    await team().press("Search the register");
    await team().form("Search the register");
    expect((await refusedForm(team(), { "Name, reference": "-" })).why).toContain("at least 2 letters");
    await team().close();
  });

  it("opens the form when nothing was typed after the word", async () => {
    expect((await team().command("contact-register", "find")).ok).toBe(true);
    if (team().chat === "teams") await team().press("Search the register", { on: "Nothing was searched yet" });
    await sought(team(), ref, "Found: 1.");
    await team().close();
  });

  it("is refused to an officer as the list of the register is", async () => {
    const officer = stage().person(council.reporter);
    const refusal = await typed(officer, `find ${ref}`, "This is for the register team");
    expect(refusal).not.toContain("Found");
    await officer.close();
    await typed(officer, "find", "This is for the register team");
    await officer.close();
  });

  it("is never answered in a channel", async () => {
    const channel = stage().chat.channel(council.channels.open).id;
    const before = await team().cards(channel);
    await typed(team(), `find ${ref}`, "Found: ", channel);
    await team().close();
    const own = (await team().cards(channel)).filter(({ fromBot }) => fromBot);
    expect(own).toEqual(before.filter(({ fromBot }) => fromBot));
  });
});
