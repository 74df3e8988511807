/** "Not the same person" in both chats: said on a card, found in the register's list, taken back, and asked about again. */
import { describe, expect, it } from "vitest";
import { type CouncilFacts, HARROWDENE, STRATHCAOL } from "./councils.ts";
import { becomes, told, words } from "./hands.ts";
import { oneSandbox } from "./stage-of.ts";

/** Somebody with the name of a customer who has an arrangement, and with a number that nobody knows. */
const NAMESAKES = {
  harrowdene: { ref: "H-1001", name: "Victor Langley" },
  strathcaol: { ref: "S-2001", name: "Angus Rennie" },
} as const;
const PHONE = "01632 960777";
const QUESTION = "This may be a customer on the register";

const stageOf = oneSandbox();

describe.each([HARROWDENE, STRATHCAOL])("not the same person at $name", (council: CouncilFacts) => {
  const { ref, name } = NAMESAKES[council.slug as keyof typeof NAMESAKES];
  const stage = stageOf(council);
  const team = () => stage().person(council.registerTeam[0]);
  const rings = async () => {
    const officer = { email: council.reached.early.email };
    return (await stage().contact({ channel: "phone", customer: { name, phone: PHONE }, officer })).outcome;
  };
  /** Opens the register, and from there the list. */
  async function openList() {
    expect((await team().command("contact-register")).ok).toBe(true);
    await team().form("Arrangements in force");
    await team().press("People said not to be a customer");
    return await team().form(/remembered as not being a customer/);
  }

  it("the list is empty, and says so", async () => {
    expect((await openList()).lines.join("\n")).toContain("Nobody is remembered as not being a customer.");
    await team().close();
  });

  it("is said on the card in the register's channel, and such a contact is not asked about again", async () => {
    expect(await rings()).toBe("possible_match");
    const card = await team().card(QUESTION);
    await told(team(), await team().press("Not the same person", { on: QUESTION }));
    expect(words(await becomes(team(), card, /Not the same person: /))).toContain("not be asked about these two again");
    expect(await rings()).toBe("clear");
  });

  it("stands in the list by reference; what was seen is told in the details, which record that they were opened", async () => {
    const list = await openList();
    expect(list.lines.join("\n")).toMatch(
      new RegExp(`1\\. ${ref}: alert A-\\d+, said by ${council.registerTeam[0]}, `),
    );
    expect(list.lines.join("\n")).not.toMatch(new RegExp(`${name}|phone number|${PHONE}`));
    await team().press(`Open 1: ${ref}`);
    const details = (await team().form("That you opened this is recorded.")).lines.join("\n");
    expect(details).toContain(`Customer: ${ref} · ${name}`);
    expect(details).toContain("The contact gave: a name and a phone number. What they were is not kept.");
    expect(details).toMatch(/Alert: A-\d+ · phone/);
    expect(details).toContain(`Said by: ${council.registerTeam[0]}, `);
    expect(details).not.toContain(PHONE);
    expect(await stage().audited("not-same-opened")).toBe(1);
  });

  it("is taken back after one more question, is recorded, and such a contact is asked about again", async () => {
    await team().press("Check again from now on");
    await team().form(`is matched to customer ${ref}`);
    expect(await stage().audited("not-same-revoked")).toBe(0);
    expect(await told(team(), await team().submit("Confirm"))).toContain("Checked again from now on");
    expect(await stage().audited("not-same-revoked")).toBe(1);
    expect(await rings()).toBe("possible_match");
    await stage().settled();
    expect((await team().card(QUESTION)).buttons).toEqual(["Open", "Same person", "Not the same person"]);
    expect((await openList()).lines.join("\n")).toContain("Nobody is remembered");
    await team().close();
  });
});
