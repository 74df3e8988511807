/** CASEWORK section 4 in both chats: a masked card in the senior staff's channel, under a policy that asks for it. */
import { describe, expect, it } from "vitest";
import { packById } from "../../src/policy/packs/shelf.ts";
import { adoptPack } from "../../src/usecases/packs/adopt-pack.ts";
import { until } from "../support/person/window.ts";
import { type CouncilFacts, HARROWDENE, STRATHCAOL } from "./councils.ts";
import { becomes, send, told, words } from "./hands.ts";
import { sendProposal } from "./proposing.ts";
import type { CouncilStage } from "./stage.ts";
import { oneSandbox } from "./stage-of.ts";

const CHANNELS = { harrowdene: "senior-staff", strathcaol: "Senior staff" } as const;
const WAITS = "A proposal waits for senior staff";

/** The council's own policy, as its next version, asks for the card. */
async function policyAsks({ product, organisation, council }: CouncilStage): Promise<void> {
  const pack = packById(council.pack);
  if (!pack) throw new Error(`no pack ${council.pack}`);
  const maskedCardInSeniorChannel = { value: true, assumed: true as const };
  const next = { ...pack, version: 2, openProposal: { ...pack.openProposal, maskedCardInSeniorChannel } };
  const adopt = adoptPack({ db: product.database.app, now: product.now });
  expect(await adopt({ organisation, pack: next })).toMatchObject({ code: "adopted" });
}

const stageOf = oneSandbox();

describe.each([HARROWDENE, STRATHCAOL])("the senior staff's channel of $name", (council: CouncilFacts) => {
  const stage = stageOf(council, policyAsks);
  const channel = () => stage().chat.channel(CHANNELS[council.slug as keyof typeof CHANNELS]).id;
  const senior = () => stage().person(council.asked[0]);
  const posted = async () =>
    (await stage().chat.log()).filter(({ event, conversation }) => event === "posted" && conversation === channel());
  const inChannel = async (text: string) =>
    (await senior().cards(channel())).find((card) => words(card).includes(text));

  it("is chosen by the register team, in words of their own; the register's channel is not taken for it", async () => {
    const team = stage().person(council.registerTeam[0]);
    const register = stage().chat.channel(council.channels.register).id;
    const use = async (id: string, title: string) => {
      const answer = await told(team, await team.command("contact-register", "use-this-channel-for-seniors", id));
      return answer === "" ? words(await team.card(title)) : answer;
    };
    expect(await use(register, "This channel cannot be used")).toContain("It is the register's channel.");
    expect(await stage().audited("senior-channel-chosen")).toBe(0);

    expect(await use(channel(), "This channel is now the senior staff's")).toContain("now the senior staff's");
    const notice = await until(() => inChannel("This channel is now the senior staff's"), "the notice in the channel");
    expect(words(notice)).toContain(`Chosen by ${council.registerTeam[0]}`);
  });

  it("hears of a proposal once, without a name, a restriction or a button, and of what became of it", async () => {
    await stage().settled();
    const before = (await posted()).length;
    const ref = await sendProposal(stage(), council);
    const card = await until(() => inChannel(`${WAITS} (${ref})`), "the card in the channel");
    expect(words(card)).toContain(council.service);
    expect(words(card)).toMatch(/It waits until \d+ \w+ 20\d\d, /);
    expect(words(card)).not.toMatch(/Quentin|Sharp|email|letter|forty|R-\d/i);
    expect(card.buttons).toEqual([]);

    const direct = (await senior().conversations()).find(({ kind }) => kind === "direct")?.id;
    const own = await until(
      async () => (await senior().cards(direct)).find((one) => words(one).includes(ref)),
      "the senior's own card",
    );
    expect(own.buttons).toContain("Approve");
    await senior().press("Reject", { on: ref });
    await send(senior(), { "Why do you reject it?": "A meeting comes first." });
    const closed = await becomes(senior(), card, `Rejected by ${council.asked[0]}`);
    expect(words(closed)).not.toContain("A meeting comes first");
    await stage().settled();
    expect(await posted()).toHaveLength(before + 1);
  });

  it("gets nothing when the bot is out of it; the register team and the administrator are told, seniors asked", async () => {
    const before = (await posted()).length;
    await stage().chat.inject({ kind: "bot-removed", conversation: channel() });
    const ref = await sendProposal(stage(), council);
    for (const name of [...council.registerTeam, council.administrator]) {
      const notice = await stage().person(name).card("The senior staff's channel cannot be used", 19_000);
      expect(words(notice)).toContain("The app is not in the channel. Add it there.");
    }
    expect(words(await senior().card(`(${ref})`, 19_000))).toContain("Decide: restrict contact");
    await stage().settled();
    expect(await posted()).toHaveLength(before);
  });
});
