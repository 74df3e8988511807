/** What only Teams says about a post, and about a channel. */
import { afterEach, describe, expect, it } from "vitest";
import type { Conversation, Destination } from "../../../src/chat/messenger.ts";
import { closedAddress } from "../../support/local-server.ts";
import { CARD } from "../contract.ts";
import { ANNA, CHANNELS, CHAT, type Changes, makeTeamsHarness, TENANT, type TeamsHarness } from "./harness.ts";

let h: TeamsHarness;
afterEach(() => h.stop());
const started = async (changes: Changes = {}) => {
  h = await makeTeamsHarness(changes);
};

const at = (id: string): Conversation => ({ id, serviceUrl: h.serviceUrl });
const channel = (id: string): Destination => ({ kind: "channel", tenant: TENANT, conversation: at(id) });
const person = (account: string): Destination => ({ kind: "person", tenant: TENANT, account, conversation: null });
const unused = "http://127.0.0.1:1/";

describe("a post that somebody must mend is refused with a fixed reason", () => {
  it.each([
    ["a person without the app", () => person("aaaaaaaa-0000-4000-8000-000000000003"), "person_unreachable"],
    ["a person who never was", () => person("aaaaaaaa-0000-4000-8000-00000000ffff"), "person_not_found"],
    [
      "a person of another tenant",
      () => ({ ...person("aaaaaaaa-0000-4000-8000-000000000001"), tenant: "other" }),
      "person_not_found",
    ],
    ["a channel that is not there", () => channel("19:nowhere@thread.tacv2"), "not_in_channel"],
  ])("%s", async (_name, to, reason) => {
    await started();
    expect(await h.messenger.post(to(), CARD, "copy-1")).toEqual({ kind: "refused", reason });
    expect(h.driver.messages()).toEqual([]);
  });

  it("a person who took the app away", async () => {
    await started();
    await h.driver.uninstall(ANNA);
    const to = { ...h.person, conversation: at(CHAT) };
    expect(await h.messenger.post(to, CARD, "copy-1")).toEqual({ kind: "refused", reason: "person_unreachable" });
  });

  it("an update of a message that is gone", async () => {
    await started();
    const gone = { conversation: at(CHANNELS.open), message: "1" };
    expect(await h.messenger.update(gone, CARD, "copy-1")).toEqual({ kind: "refused", reason: "message_gone" });
  });
});

describe("a post that never left waits", () => {
  it("when nobody listens", async () => {
    await started();
    const conversation = { id: CHAT, serviceUrl: `${await closedAddress()}/sandbox/teams` };
    expect(await h.messenger.post({ ...h.person, conversation }, CARD, "copy-1")).toEqual({
      kind: "busy",
      retryAfterMs: 5_000,
    });
  });

  it.each(["fails-after", "fails-before", "hangs"] as const)("when the chat could not be opened: %s", async (kind) => {
    await started();
    h.fault({ kind, call: "POST conversations", ...(kind === "hangs" ? { ms: 100 } : {}) });
    expect(await h.messenger.post(h.person, CARD, "copy-1")).toMatchObject({ kind: "busy" });
  });
});

describe("a person who has no chat yet", () => {
  it("is written to where the last activity came from", async () => {
    await started({ serviceUrl: unused });
    expect(await h.messenger.post(h.person, CARD, "copy-1")).toMatchObject({ kind: "busy" });
    await h.open("report-contact");
    expect(await h.messenger.post(h.person, CARD, "copy-1")).toEqual({
      kind: "posted",
      posted: { conversation: at(CHAT), message: expect.any(String) as string },
    });
  });

  it("is not written to where another tenant's activities come from", async () => {
    await started({ serviceUrl: unused });
    await h.open("report-contact");
    expect(await h.messenger.post({ ...h.person, tenant: "another" }, CARD, "copy-1")).toMatchObject({ kind: "busy" });
  });

  it("cannot be written to in a local tenant that nobody has been heard from", async () => {
    await started({ serviceUrl: undefined });
    const refused = { kind: "refused", reason: "service_address_unknown" };
    expect(await h.messenger.post(h.person, CARD, "copy-1")).toEqual(refused);
  });
});

describe("a channel chosen at the command line, without an address", () => {
  const to = () => ({ ...channel(CHANNELS.open), conversation: { id: CHANNELS.open, serviceUrl: null } });

  it("is posted to and looked at where its tenant is", async () => {
    await started();
    expect(await h.messenger.post(to(), CARD, "copy-1")).toMatchObject({ posted: { conversation: at(CHANNELS.open) } });
    expect(await h.messenger.channelFacts(TENANT, to().conversation)).toMatchObject({ kind: "seen" });
  });

  it("is not posted to while nobody of a local tenant has been heard from", async () => {
    await started({ serviceUrl: undefined });
    expect(await h.messenger.post(to(), CARD, "copy-1")).toEqual({
      kind: "refused",
      reason: "service_address_unknown",
    });
    expect(await h.messenger.channelFacts(TENANT, to().conversation)).toEqual({ kind: "unreachable" });
  });
});

describe("whether a person can be written to", () => {
  const reaches = (account: string, conversation: Conversation | null = null) =>
    h.messenger.reaches({ tenant: TENANT, account, conversation });

  it("is found out without writing to them", async () => {
    await started();
    expect(await reaches(h.account)).toBe("reachable");
    expect(await reaches("aaaaaaaa-0000-4000-8000-000000000003")).toBe("not-found");
    expect(await reaches("aaaaaaaa-0000-4000-8000-00000000ffff")).toBe("not-found");
    expect(h.driver.messages()).toEqual([]);
  });

  it("is asked of their chat where there is one", async () => {
    await started();
    expect(await reaches(h.account, at(CHAT))).toBe("reachable");
    await h.driver.uninstall(ANNA);
    expect(await reaches(h.account, at(CHAT))).toBe("not-found");
  });

  it("is not known when Teams does not say", async () => {
    await started();
    h.fault({ kind: "fails-before", call: "POST conversations" });
    expect(await reaches(h.account)).toBe("unreachable");
    h.fault({ kind: "rate-limited", call: "GET member" });
    expect(await reaches(h.account, at(CHAT))).toBe("unreachable");
  });
});

describe("what is posted", () => {
  it("shows the notification on a locked screen, and nothing beside the card", async () => {
    await started();
    await h.messenger.post(h.person, CARD, "copy-1");
    expect(h.driver.seen(ANNA, CHAT).at(-1)).toMatchObject({ text: "", summary: CARD.notification });
  });
});

describe("a channel", () => {
  it("of a team is private when its team lists it so", async () => {
    await started();
    const facts = await h.messenger.channelFacts(TENANT, at(`${CHANNELS.inTeam};team=${CHANNELS.open}`));
    expect(facts).toMatchObject({ kind: "seen", private: true, sharedOutside: false, members: h.members });
  });

  it("of a team that is not named counts as open: nobody said that it is private", async () => {
    await started();
    expect(await h.messenger.channelFacts(TENANT, at(CHANNELS.inTeam))).toMatchObject({ kind: "seen", private: false });
  });

  it("takes posts under the id that names its team", async () => {
    await started();
    const to = channel(`${CHANNELS.inTeam};team=${CHANNELS.open}`);
    const delivery = await h.messenger.post(to, CARD, "copy-1");
    expect(delivery).toMatchObject({ kind: "posted", posted: { conversation: to.conversation } });
    expect(h.driver.messages({ conversation: CHANNELS.inTeam })).toHaveLength(1);
  });

  it("with somebody of another tenant in it is shared outside", async () => {
    await started();
    const facts = await h.messenger.channelFacts("another", at(CHANNELS.closed));
    expect(facts).toMatchObject({ kind: "seen", sharedOutside: true });
  });

  it.each(["GET members", "GET team"])("cannot be looked at when %s fails", async (call) => {
    await started();
    h.fault({ kind: "rate-limited", call });
    expect(await h.messenger.channelFacts(TENANT, at(CHANNELS.closed))).toEqual({ kind: "unreachable" });
  });
});
