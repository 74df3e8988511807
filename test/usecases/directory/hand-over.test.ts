/** A removed officer's open work goes to the deputy or the line manager, with notice, in the same transaction. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCase } from "../../../src/chat/handlers/proposal-case.ts";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { aDecision, aProposal, auditOf, reported, theAnswers, theDetails, toldOf } from "../builders.ts";
import { PEOPLE } from "../northmoor.ts";
import { aChange, actorOf, anOffice, idOf, type Office } from "./an-office.ts";

let office: Office;
beforeEach(async () => {
  office = await anOffice();
});
afterEach(() => office.drop());

const leaves = async (name: string) => {
  const outcome = await office.use.saveOfficer(await aChange(office, name, { status: "left" }));
  if (outcome.code !== "saved") throw new Error(JSON.stringify(outcome));
  return outcome;
};
const deputise = async (name: string, deputy: string) =>
  await office.use.saveOfficer(await aChange(office, name, { deputy: `${deputy}@northmoor.example` }));
/** Dated ahead, and begun today. */
const awayThisWeek = async (name: string, to: string) => {
  const days = { startsOn: "2026-03-02", endsOn: "2026-03-06" };
  const actor = await actorOf(office, name);
  const asked = { organisation: office.organisation, actor, from: null, to: `${to}@northmoor.example`, ...days };
  expect(await office.use.makeDelegation(asked)).toMatchObject({ code: "made" });
};
const workOf = async (name: string) => {
  const { rows } = await office.use.readWork({ actor: await actorOf(office, name), page: 1 });
  return rows.map(({ kind, ref }) => `${kind} ${ref}`);
};
/** The facts of the newest notice, by who it is for. */
const notices = async () => {
  const rows = await office.sql`select facts from audit where event = 'work-handed' order by id`;
  return rows.map(({ facts }) => facts);
};

describe("what a service manager had in hand", () => {
  it("goes to the deputy: reports, and drafts, with their cards and one notice", async () => {
    await deputise("j.reid", "p.shah");
    await aProposal.draft(office);
    const [report] = await office.sql`select ref from incident`;
    expect((await leaves("j.reid")).handedTo).toEqual(["Priya Shah"]);
    expect(await workOf("p.shah")).toEqual([`report ${report?.["ref"]}`, "draft P-0001"]);
    expect(await toldOf(office, "triage")).toContain("Priya Shah");
    expect(await toldOf(office, "work-handed")).toEqual(["Priya Shah"]);
    expect(await notices()).toMatchObject([{ reports: ["R-0001"], proposals: ["P-0001"], advice: [], letters: [] }]);
  });

  it("goes to the line manager without a deputy, and to the register team when nobody is above", async () => {
    await reported(office);
    expect((await leaves("j.reid")).handedTo).toEqual(["Dana Okafor"]);
    await office.use.saveOfficer(await aChange(office, "d.okafor", { lineManager: null }));
    expect((await leaves("d.okafor")).handedTo).toEqual(["Ray Byrne"]);
    expect(await workOf("r.byrne")).toEqual(["report R-0001"]);
  });

  it("goes past a deputy who is away by a delegation, to whoever stands in for them", async () => {
    await deputise("j.reid", "p.shah");
    await reported(office);
    await awayThisWeek("p.shah", "t.kerr");
    expect((await leaves("j.reid")).handedTo).toEqual(["Toni Kerr"]);
    expect(await toldOf(office, "triage")).toContain("Toni Kerr");
  });

  it("is nothing when they had nothing: nobody is told", async () => {
    expect((await leaves("t.kerr")).handedTo).toEqual([]);
    expect(await toldOf(office, "work-handed")).toEqual([]);
    expect((await auditOf(office)).filter((event) => event === "officer-left")).toHaveLength(1);
  });

  it("an earlier draft can be finished and sent by whoever has it now", async () => {
    await deputise("j.reid", "p.shah");
    const { id, version } = await aProposal.readBack(office);
    await leaves("j.reid");
    const outcome = await office.use.submitProposal({ actor: await actorOf(office, "p.shah"), proposal: id, version });
    expect(outcome.code).toBe("submitted");
  });
});

describe("what is with the seniors", () => {
  it("has another owner, who does not decide it and gets its outcome and its letter", async () => {
    const proposal = await aProposal.awaitingDecision(office);
    await leaves("j.reid");
    // Dana Okafor and Max Frost, the line above, were asked to decide it.
    expect(await notices()).toMatchObject([{ proposals: [], submitted: ["P-0001"] }]);
    expect(await toldOf(office, "work-handed")).toEqual(["Ray Byrne"]);
    expect((await auditOf(office)).filter((event) => event === "proposal-handed")).toHaveLength(1);
    const outcome = await office.use.decideProposal(await aDecision(office, proposal));
    expect(outcome.code).toBe("counted");
    expect(await toldOf(office, "letter-task")).toEqual(["Ray Byrne"]);
  });

  it("is never decided by who made it, should they come back as a senior", async () => {
    const proposal = await aProposal.awaitingDecision(office);
    await leaves("j.reid");
    await office.use.saveOfficer(await aChange(office, "j.reid", { status: "active", roles: ["executive"] }));
    const outcome = await office.use.decideProposal(await aDecision(office, proposal, { by: "j.reid" }));
    expect(outcome.code).not.toBe("counted");
  });

  it("is put to the next senior when one who was asked leaves", async () => {
    const proposal = await aProposal.awaitingDecision(office);
    const before = await toldOf(office, "approval");
    expect(before).toContain("Dana Okafor");
    await leaves("d.okafor");
    const after = await toldOf(office, "approval");
    expect(after).toHaveLength(before.length + 1);
    expect(await auditOf(office)).toContain("approver-left");
    const [next = ""] = after.filter((name) => !before.includes(name));
    const by = PEOPLE.find((person) => next.toLowerCase().endsWith(person.slice(2)));
    expect((await office.use.decideProposal(await aDecision(office, proposal, by ? { by } : {}))).code).toBe("counted");
  });
});

describe("what nobody is free to take over", () => {
  const cardsOf = async (kind: string) => {
    const rows = await office.sql`select c.id, c.channel, o.name from copy c
      left join officer o on o.id = c.officer_id where c.kind = ${kind}`;
    const { organisation } = office;
    return await Promise.all(
      rows.map(async ({ id, channel, name }) => {
        const taken = await office.use.takeDelivery({ organisation, copy: String(id) });
        return { to: channel ?? name, card: JSON.stringify(taken && cardOf(taken.facts)) };
      }),
    );
  };
  /** Ray Byrne reported it too, and the two above were asked to decide it: all of them had a part. */
  const withSeniors = async () => {
    const { id } = await aProposal.awaitingDecision(office);
    const [incident] = await office.sql`select id from incident`;
    await office.sql`update incident set affected = ${[await idOf(office, "r.byrne")]} where id = ${String(incident?.["id"])}`;
    return id;
  };

  it("is told to the register team, once, by references alone: a proposal in which each of them had a part", async () => {
    await withSeniors();
    await leaves("j.reid");
    const none = { reports: [], advice: [], letters: [], proposals: [], adjustments: [], arrangements: [] };
    expect(await notices()).toEqual([{ to: null, ...none, submitted: ["P-0001"] }]);
    const [notice, ...more] = await cardsOf("work-handed");
    expect([notice?.to, more]).toEqual(["Ray Byrne", []]);
    expect(notice?.card).toContain("Jordan Reid has left. Nobody is free to take over what they had in hand:");
    expect(notice?.card).toContain("1 proposal sent for a decision: P-0001");
    expect(notice?.card).toContain("can still be decided");
    expect(notice?.card).not.toMatch(/my-work|to withdraw/);
    expect(notice?.card).not.toMatch(/Alex|Morgan|C-1042|rang/);
    await office.use.saveOfficer(await aChange(office, "j.reid", { status: "left", name: "Jordan Reid-Hill" }));
    expect(await notices()).toHaveLength(1);
  });

  describe("a proposal that is not with the seniors", () => {
    /** Those above are away, and what it rests on affected Ray Byrne. */
    const nobodyFree = async () => {
      await office.sql`update officer set status = 'absent'
        where email in ('d.okafor@northmoor.example', 'm.frost@northmoor.example')`;
      await office.sql`update incident set affected = ${[await idOf(office, "r.byrne")]}`;
    };
    const withdraws = async (name: string, proposal: string) =>
      await office.use.withdrawProposal({ actor: await actorOf(office, name), proposal, reason: null });
    const aReturned = async () => {
      const proposal = await aProposal.awaitingDecision(office);
      await office.use.decideProposal(await aDecision(office, proposal, { verdict: "return", reason: "Why now?" }));
      return proposal.id;
    };
    const aDraft = async () => await aProposal.draft(office);
    const anExpired = async () => {
      const { id } = await aProposal.awaitingDecision(office);
      await office.sql`update proposal set state = 'expired' where id = ${id}`;
      return id;
    };

    it.each([
      ["returned", aReturned, ["R-0001"]],
      ["run out", anExpired, ["R-0001"]],
      ["a draft", aDraft, []],
    ] as const)("%s, stands in the work of the register team, who withdraw it", async (_, begun, reopened) => {
      const id = await begun();
      await nobodyFree();
      await leaves("j.reid");
      expect((await notices()).at(-1)).toMatchObject({ to: null, proposals: ["P-0001"], submitted: [] });
      const cards = await cardsOf("work-handed");
      const notice = cards.find(({ card }) => card.includes("Nobody is free"));
      expect(notice?.card).toContain("1 proposal to withdraw: P-0001");
      expect(notice?.card).not.toContain("can still be decided");
      expect(await workOf("r.byrne")).toContain("left-behind P-0001");
      expect(await workOf("p.shah")).not.toContain("left-behind P-0001");
      const press = {
        from: { chat: "slack", tenant: "T0NORTH", account: "r.byrne" },
        action: "proposal-read",
        target: { id, version: 1 },
      } as const;
      const read = await openCase(office.use)(await actorOf(office, "r.byrne"), press);
      expect(JSON.stringify(read)).toContain('"proposal-withdraw"');
      const ready = { actor: await actorOf(office, "r.byrne"), proposal: id };
      expect(await office.use.prepareWithdrawal(ready)).toMatchObject({ code: "ready" });
      expect(await withdraws("p.shah", id)).toMatchObject({ code: "refused", refusal: { code: "not-yours" } });
      expect(await withdraws("r.byrne", id)).toEqual({ code: "withdrawn", ref: "P-0001", open: reopened, stays: [] });
      // What led to it is dealt with anew.
      expect(await workOf("r.byrne")).toEqual(["report R-0001"]);
    });

    it("not while its proposer is here", async () => {
      const id = await aReturned();
      expect(await workOf("r.byrne")).not.toContain("left-behind P-0001");
      expect(await withdraws("r.byrne", id)).toMatchObject({ code: "refused", refusal: { code: "not-yours" } });
    });
  });

  it("and goes to their channel where there is one", async () => {
    await withSeniors();
    await office.sql`insert into chat_channel (organisation_id, purpose, chat, tenant, conversation_id, chosen_at)
      values (${office.organisation}, 'register', 'slack', 'T0NORTH', 'C0REG', now())`;
    await leaves("j.reid");
    expect((await cardsOf("work-handed")).map(({ to }) => to)).toEqual(["register"]);
  });

  it("is in one notice with the arrangements that name them", async () => {
    await aProposal.approved(office);
    await office.sql`update arrangement set open_way_reader = 'j.reid@northmoor.example'`;
    await office.sql`update officer set status = 'absent'
      where email in ('d.okafor@northmoor.example', 'm.frost@northmoor.example', 'r.byrne@northmoor.example')`;
    await leaves("j.reid");
    expect(await notices()).toMatchObject([{ to: null, letters: ["P-0001"], arrangements: ["P-0001"] }]);
  });

  it("a warning to send is a letter and no advice, in the notice and by its card", async () => {
    const warning = {
      actor: await actorOf(office, "j.reid"),
      incident: await reported(office),
      step: "warning",
      customer: {},
      limbs: ["abusive"],
      shownBy: null,
      whatHappened: "You rang 14 times.",
      whatToChange: "Ring once a week.",
      how: "letter",
      by: "me",
      done: null,
      earlierAdvice: { on: "2026-01-12", how: "phone", by: null },
    } as const;
    expect(await office.use.takeStep(warning)).toMatchObject({ code: "taken" });
    await leaves("j.reid");
    expect(await notices()).toMatchObject([{ letters: ["R-0001"], advice: [] }]);
    expect(await toldOf(office, "letter-task")).toContain("Dana Okafor");
    expect(await toldOf(office, "advice-task")).toEqual([]);
  });

  it("reports and advice stand in the work of the register team, whoever is in it when somebody is", async () => {
    const advice = {
      actor: await actorOf(office, "j.reid"),
      incident: await reported(office),
      step: "advice",
      customer: {},
      limbs: ["abusive"],
      shownBy: null,
      whatHappened: "You rang 14 times.",
      whatToChange: "Ring once a week.",
      how: "phone",
      by: "me",
      done: null,
      earlierAdvice: null,
    } as const;
    expect(await office.use.takeStep(advice)).toMatchObject({ code: "taken" });
    await reported(office);
    await office.sql`update officer set status = 'absent'
      where email in ('d.okafor@northmoor.example', 'm.frost@northmoor.example', 'r.byrne@northmoor.example')`;
    expect((await leaves("j.reid")).handedTo).toEqual([]);
    expect(await notices()).toMatchObject([{ to: null, reports: ["R-0002"], advice: ["R-0001"], proposals: [] }]);
    await office.sql`update officer set status = 'active' where name = 'Ray Byrne'`;
    expect(await workOf("r.byrne")).toEqual(["report R-0002", "advice R-0001"]);
  });
});

describe("what is approved on the short road", () => {
  /** Sent without the answer about adjustments, or with it. */
  const approvedWith = async (adjustments: string | null) => {
    await office.sql`update organisation set pack_id = 'unacceptable-actions'`;
    const incident = await reported(office, { seriousThreat: true });
    const bypass = { code: "serious_threat", reason: "" };
    const id = await aProposal.draft(office, { incident, steps: [], bypass });
    await office.use.detailProposal(await theDetails(office, id, { startsOn: "2026-03-02" }));
    const answered = await office.use.answerGates(await theAnswers(office, id, { adjustments }));
    if (answered.code !== "saved") throw new Error(JSON.stringify(answered));
    const { version } = answered.assessed.row;
    await office.use.submitProposal({ actor: await actorOf(office, "j.reid"), proposal: id, version });
    const sent = { id, version: version + 1 };
    const decided = await office.use.decideProposal(await aDecision(office, sent, { reason: "It fits." }));
    expect(decided).toMatchObject({ state: "approved" });
    return id;
  };
  const proposerOf = async (id: string) => {
    const [row] = await office.sql`select o.name from proposal p join officer o on o.id = p.proposed_by
      where p.id = ${id}`;
    return row?.["name"];
  };

  it("goes along while the question about adjustments is open, and can be answered by whoever has it now", async () => {
    const id = await approvedWith(null);
    await leaves("j.reid");
    expect(await proposerOf(id)).toBe("Max Frost");
    expect(await toldOf(office, "proposal-outcome")).toContain("Max Frost");
    const answer = {
      actor: await actorOf(office, "m.frost"),
      proposal: id,
      about: { needs: [], language: null, collectionPoint: null },
      adjustments: "Large print.",
      careWorkerDeclined: null,
      lacking: true,
    };
    expect(await office.use.answerAdjustments(answer)).toMatchObject({ code: "recorded", review: true });
    expect((await toldOf(office, "review-due")).toSorted()).toEqual(["Max Frost", "Ray Byrne"]);
  });

  it("is told of as adjustments to answer where nobody is free to take it", async () => {
    await approvedWith(null);
    await office.sql`update officer set status = 'absent'
      where email in ('d.okafor@northmoor.example', 'm.frost@northmoor.example', 'r.byrne@northmoor.example')`;
    await leaves("j.reid");
    expect(await notices()).toMatchObject([{ adjustments: ["P-0001"], proposals: [], submitted: [] }]);
    await office.sql`update officer set status = 'active' where name = 'Ray Byrne'`;
    expect(await workOf("r.byrne")).toContain("adjustments P-0001");
  });

  it("stays as it was where that was answered", async () => {
    const id = await approvedWith("None is needed.");
    await leaves("j.reid");
    expect(await proposerOf(id)).toBe("Jordan Reid");
  });
});

describe("a leaver's proposals are locked before anything of theirs is touched", () => {
  /** While somebody else holds a proposal, what they take next must be free: else each would wait for the other. */
  const crossed = async (held: string, next: { readonly table: "incident" | "proposal"; readonly id: string }) => {
    let leaving: ReturnType<typeof leaves> | undefined;
    await office.sql.begin(async (other) => {
      await other`select from proposal where id = ${held} for update`;
      leaving = leaves("d.okafor");
      const waits = async () => {
        const waiting = await office.sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return waiting.length;
      };
      await expect.poll(waits, { timeout: 1_000, interval: 10 }).toBe(1);
      await other`select from ${other(next.table)} where id = ${next.id} for update nowait`;
    });
    await leaving;
    expect(await auditOf(office)).toContain("officer-left");
  };

  it("so that whoever closes a report, the proposals on it first, does not cross them", async () => {
    const { id } = await aProposal.awaitingDecision(office);
    const report = await reported(office);
    await office.sql`update incident set triage_officer_id = ${await idOf(office, "d.okafor")} where id = ${report}`;
    await crossed(id, { table: "incident", id: report });
    expect(await auditOf(office)).toContain("approver-left");
  });

  it("and in one order, those they made with those that wait for them", async () => {
    const { id } = await aProposal.awaitingDecision(office);
    const own = await aProposal.draft(office);
    await office.sql`update proposal set proposed_by = ${await idOf(office, "d.okafor")} where id = ${own}`;
    await crossed(id, { table: "proposal", id: own });
    expect(await auditOf(office)).toEqual(expect.arrayContaining(["approver-left", "proposal-handed"]));
  });

  it("also of several whom one file says have left: in one order over all of them", async () => {
    const first = await aProposal.draft(office);
    const second = await aProposal.draft(office);
    // The file names Dana Okafor before Max Frost, who made the earlier one.
    await office.sql`update proposal set proposed_by = ${await idOf(office, "m.frost")} where id = ${first}`;
    await office.sql`update proposal set proposed_by = ${await idOf(office, "d.okafor")} where id = ${second}`;
    let loading: Promise<void> | undefined;
    await office.sql.begin(async (other) => {
      await other`select from proposal where id = ${first} for update`;
      loading = office.load((staff) => {
        for (const name of ["d.okafor", "m.frost"]) Object.assign(staff[name] ?? {}, { status: "left" });
      });
      const waits = async () => {
        const waiting = await office.sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return waiting.length;
      };
      await expect.poll(waits, { timeout: 3_000, interval: 10 }).toBe(1);
      await other`select from proposal where id = ${second} for update nowait`;
    });
    await loading;
    expect((await auditOf(office)).filter((event) => event === "proposal-handed")).toHaveLength(2);
  });
});

describe("what is with the seniors, at two changes of the staff list in one millisecond", () => {
  it.each([
    [
      "by an administrator",
      async (status: "active" | "absent") => {
        await office.use.saveOfficer(await aChange(office, "d.okafor", { name: `Dana ${status}`, status }));
      },
    ],
    [
      "by a file",
      async (status: "active" | "absent") =>
        await office.load((staff) => Object.assign(staff["d.okafor"] ?? {}, { name: `Dana ${status}`, status })),
    ],
  ] as const)("%s is looked at after each", async (_, change) => {
    await aProposal.awaitingDecision(office);
    const before = await toldOf(office, "approval");
    await change("active");
    await office.pass(0);
    expect(await toldOf(office, "approval")).toHaveLength(before.length);
    await change("absent");
    await office.pass(0);
    expect(await toldOf(office, "approval")).toHaveLength(before.length + 1);
  });
});

it("a question to Social Work goes to the register team when the only liaison leaves", async () => {
  const id = await aProposal.draft(office);
  await office.use.detailProposal(await theDetails(office, id));
  await office.use.answerGates(await theAnswers(office, id, { minor: true }));
  expect(await toldOf(office, "social-work-question")).toEqual(["Wale Adeyemi"]);
  await leaves("w.adeyemi");
  expect((await toldOf(office, "social-work-question")).toSorted()).toEqual(["Ray Byrne", "Wale Adeyemi"]);
});

it("a question to Social Work goes to the register team when the other liaison is away by a delegation", async () => {
  await office.sql`update officer set roles = roles || '{social_work}' where email like 't.kerr@%'`;
  const id = await aProposal.draft(office);
  await office.use.detailProposal(await theDetails(office, id));
  await office.use.answerGates(await theAnswers(office, id, { minor: true }));
  expect((await toldOf(office, "social-work-question")).toSorted()).toEqual(["Toni Kerr", "Wale Adeyemi"]);
  await awayThisWeek("t.kerr", "s.hale");
  await leaves("w.adeyemi");
  expect(await toldOf(office, "social-work-question")).toContain("Ray Byrne");
});

it("letters and advice go along, and the register team hears of arrangements that name the leaver", async () => {
  await aProposal.approved(office);
  await leaves("j.reid");
  const [heir] = await office.sql`select o.name from letter l join officer o on o.id = l.owner_id`;
  expect(heir).toEqual({ name: "Dana Okafor" });
  expect((await toldOf(office, "letter-task")).toSorted()).toEqual(["Dana Okafor", "Jordan Reid"]);
  await leaves("p.shah");
  expect((await notices()).at(-1)).toEqual({ to: null, arrangements: ["P-0001"], unanswered: ["P-0001"] });
  expect((await toldOf(office, "work-handed")).toSorted()).toEqual(["Dana Okafor", "Ray Byrne"]);
});

it("the register team hears of arrangements whose way left open the leaver reads", async () => {
  await aProposal.approved(office);
  await leaves("t.kerr");
  expect(await notices()).toEqual([]);
  await office.sql`update arrangement set open_way = 'letters to PO Box 12', open_way_reader = 'S.Hale@northmoor.example'`;
  await leaves("s.hale");
  expect(await notices()).toEqual([{ to: null, arrangements: ["P-0001"] }]);
});

it("somebody whom the file says has left hands over as well, once", async () => {
  await reported(office);
  const gone = () => office.load((staff) => Object.assign(staff["j.reid"] ?? {}, { status: "left" }));
  await gone();
  await gone();
  expect(await toldOf(office, "work-handed")).toEqual(["Dana Okafor"]);
  const [row] = await office.sql`select triage_officer_id from incident`;
  expect(row?.["triage_officer_id"]).toBe(await idOf(office, "d.okafor"));
  const [entry] = await office.sql`select by from audit where event = 'work-handed'`;
  expect(entry?.["by"]).toBeNull();
});

it("all of it or nothing: work is not lost when the change is refused", async () => {
  await reported(office);
  const form = await aChange(office, "j.reid", { status: "left" });
  await office.use.saveOfficer(await aChange(office, "j.reid", { service: "Parks" }));
  expect((await office.use.saveOfficer(form)).code).toBe("changed");
  const [row] = await office.sql`select triage_officer_id from incident`;
  expect(row?.["triage_officer_id"]).toBe(await idOf(office, "j.reid"));
});
