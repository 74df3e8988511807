/** The staff list in both chats: who may, somebody added, and somebody who leaves with work in hand. */
import { describe, expect, it } from "vitest";
import type { Person } from "../support/person.ts";
import { type CouncilFacts, HARROWDENE, STRATHCAOL } from "./councils.ts";
import { refusedForm, send, typedIn, words } from "./hands.ts";
import { oneSandbox } from "./stage-of.ts";

const stageOf = oneSandbox();

describe.each([HARROWDENE, STRATHCAOL])("the staff of $name", (council: CouncilFacts) => {
  const stage = stageOf(council);
  const admin = () => stage().person(council.administrator);
  /** Types the word; Slack answers in a window, Teams with a card in the conversation with the bot. */
  async function typed(person: Person, text: string, says: string): Promise<readonly string[]> {
    expect((await person.command("contact-register", text)).ok).toBe(true);
    return (await (person.chat === "slack" ? person.form(says) : person.card(says))).lines;
  }
  /** Looks for somebody and opens the form that changes them. */
  async function openForm(name: string) {
    await typed(admin(), `staff ${name}`, "Found: 1.");
    await admin().press(`Open ${name}`);
    await admin().form(`@${council.slug}.example`);
    await admin().press("Change");
    return await admin().form("Change an officer");
  }

  it("is nobody else's", async () => {
    const team = stage().person(council.registerTeam[0]);
    const lines = await typed(team, "staff", "This is for an administrator");
    expect(lines.join("\n")).not.toContain(council.administrator);
    await team.close();
  });

  it("is listed page by page, with roles and no case", async () => {
    const first = (await typed(admin(), "Staff", "Officers: ")).join("\n");
    expect(first).toContain("Page 1 of 3.");
    expect(first).not.toMatch(/[A-Z]-\d{3,}/);
    await admin().press("Next page");
    expect((await admin().form("Page 2 of 3.")).buttons).toContain("Previous page");
    await admin().close();
  });

  it("takes somebody new, once every fault is put right", async () => {
    await typed(admin(), "staff", "Officers: ");
    await admin().press("Add an officer");
    const form = await admin().form("Add an officer");
    expect(typedIn(form, "Roles")).toBe("officer");
    const entered = { "Line manager": council.namedOfficer.email, Name: "Noor Ewman", Service: "Housing" };
    const { why } = await refusedForm(admin(), { "Work email": council.namedOfficer.email, ...entered });
    expect(why).toContain(`${council.namedOfficer.name} has this email.`);
    const said = await send(admin(), { "Work email": `N.Ewman@${council.slug}.example` });
    expect(said).toContain("The officer was added");
    expect(await stage().audited("officer-added")).toBeGreaterThan(0);
    const changed = await openForm("Noor Ewman");
    expect(typedIn(changed, "Line manager")).toBe(council.namedOfficer.email);
    await admin().close();
  });

  it("keeps its last administrator", async () => {
    await openForm(council.administrator);
    expect((await refusedForm(admin(), { Status: "Has left" })).why).toContain("Nobody else here is an administrator");
    await admin().close();
  });

  it("hands the open work of somebody who leaves over, with a card of references", async () => {
    const reporter = stage().person(council.reporter);
    await reporter.command("report-contact");
    await reporter.form("What happened?");
    await send(reporter, { "What happened?": "They shouted.", "Customer reference": council.restricted.ref });
    await stage().settled();
    await openForm(council.manager);
    const said = await send(admin(), { Status: "Has left" });
    expect(said).toContain(`Their open work is now with ${council.deputy}, who has been told.`);
    const card = await stage().person(council.deputy).card(`Open work of ${council.manager} is yours now`);
    expect(words(card)).toMatch(/1 report to look at: R-\d+/);
    expect(card.notification).not.toContain(council.manager);
    await stage()
      .person(council.deputy)
      .card(/Look at report R-/);
  });
});
