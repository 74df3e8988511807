/** The details of an alert, for those entitled at this moment; that they were opened is recorded (DESIGN decision 8). */
import { findCarded, loadAlertParts, loadOthers, loadSeen } from "../../../db/queries/alerts.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { loadNames } from "../../../db/queries/names.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { loadStaffOn } from "../../../db/queries/staff.ts";
import { interactive } from "../../../db/transaction.ts";
import { restrictionWords } from "../../policy/arrangement/restriction-words.ts";
import { wordingNow } from "../../policy/arrangement/wording.ts";
import { maySee } from "../../policy/disclosure/may-see.ts";
import { Outcome, Tier } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { handlingFacts } from "../copies/alert-handling.ts";
import { packOf } from "../pack-of.ts";
import { viewerOf } from "../viewer.ts";
import { whoReadsNow } from "../who-answers-now.ts";
import { asksWho } from "./judge-match.ts";

export type OpenedAlert = Awaited<ReturnType<ReturnType<typeof openAlert>>>;

/** An officer sees alerts to them; the register team sees all; nobody else sees any. */
export function openAlert({ db, now, chats }: Context) {
  return async ({ actor, alert: id }: { actor: Actor; alert: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const row = await findCarded(tx, { organisation: actor.organisation, id });
      if (!row) return { code: "unknown-target" } as const;
      const parts = await loadAlertParts(tx, row);
      const staff = await loadStaffOn(tx, actor.organisation, { chats, day: localDate(now(), actor.timeZone) });
      const viewer = viewerOf(actor, staff);
      const recipients = parts.addressed.map(({ officerId }) => officerId);
      if (maySee(viewer, { view: "alert", recipients }).code !== "may") return { code: "not-yours" } as const;

      const registerTeam = viewer.roles.includes("register_team");
      const organisation = await loadOrganisation(tx, actor.organisation);
      const { nameOf, reachOf } = await loadNames(tx, actor.organisation, staff);
      await appendAudit(tx, {
        organisation: actor.organisation,
        at: now(),
        event: "alert-opened",
        by: actor.officer,
        subject: { kind: "alert", id: row.id },
      });
      const seen = registerTeam ? await loadSeen(tx, row) : [];
      const others = await loadOthers(tx, row);
      const decided = await Promise.all(
        parts.decided.map(async (one) => ({ ...one, pack: await packOf(tx, actor.organisation, one.arrangement) })),
      );
      return {
        code: "opened",
        facts: {
          ...(await handlingFacts(tx, row, parts, { staff, nameOf })),
          target: { id: row.id, version: row.version },
          ref: row.ref,
          outcome: row.outcome,
          tier: Tier.parse(row.tier),
          customer: { ref: parts.about.ref, name: parts.about.name },
          seen: [...new Set(seen.flatMap(seenTexts))],
          occurred: { at: row.occurredAt, timeZone: organisation.timeZone },
          officers: parts.reached.map(nameOf),
          others: registerTeam ? others : [],
          allowedBecause: row.state === "allowed" ? row.stateReason : null,
          service: row.service,
          restrictions: decided.map(({ restriction, outcome, arrangement, pack }) => {
            const { may, mayNot } = restrictionWords(
              restriction,
              wordingNow(arrangement, {
                nameOf,
                reachOf,
                pack,
                readsNow: (reader) => whoReadsNow(staff, reader),
              }),
            );
            return {
              of: others.find(({ id: other }) => other === arrangement.customerId)?.ref ?? null,
              words: `${may} ${mayNot}`,
              clause: restriction.clause,
              outcome: Outcome.parse(outcome),
              until: localDate(arrangement.endsAt, organisation.timeZone),
            };
          }),
          asksWho: registerTeam && asksWho(row),
        },
      } as const;
    });
}

/** What was kept of a possible match until somebody judges it: texts by key. */
function seenTexts(seen: unknown): readonly string[] {
  return typeof seen === "object" && seen !== null
    ? Object.values(seen).filter((value): value is string => typeof value === "string")
    : [];
}
