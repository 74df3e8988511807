/** The forms of a proposal, one after the other, and sending it. */

import { socialWorkAnswers, theAnswers, theDetails } from "../../usecases/builders.ts";
import { daysLater, monthsLater } from "../model/calendar.ts";
import type { Press } from "../model/world.ts";
import { actorOf, email, today } from "./actor.ts";
import type { Product } from "./open.ts";

type Draft = Extract<Press, { do: "draft" }>;

/** All three forms; a word for why the first was refused, or which gates hold it at the end. */
export async function draft(product: Product, press: Draft): Promise<string> {
  const { council, proposals } = product;
  const actor = await actorOf(product, press.by);
  const before = (days: number) => daysLater(today(product), -days);
  const { advice, warning } = press.earlier;
  const started = await council.use.startProposal({
    actor,
    incident: product.reports[press.report] ?? "",
    customer: {},
    steps: [
      ...(advice === undefined ? [] : [{ step: "advice", on: before(advice), how: "phone", by: null } as const]),
      ...(warning === undefined ? [] : [{ step: "warning", on: before(warning), how: "letter", by: null } as const]),
    ],
    bypass: press.bypass && { code: press.bypass.code, reason: press.bypass.written ? "They said so." : "" },
    kinds: [press.kind],
  });
  if (started.code === "faults")
    return started.faults.map((fault) => (typeof fault === "string" ? fault : fault.code)).join();
  if (started.code !== "started") return started.code;
  if (!proposals.includes(started.proposal)) proposals.push(started.proposal);
  await detail(product, press, started.proposal);
  return await answers(product, press, started.proposal);
}

async function detail(product: Product, { by, kind, short }: Draft, proposal: string): Promise<void> {
  const day = today(product);
  const startsOn = short ? day : daysLater(day, 7);
  const dates = short
    ? { startsOn, endsOn: daysLater(day, 3), reviewOn: daysLater(day, 1) }
    : { startsOn, endsOn: monthsLater(startsOn, 6), reviewOn: monthsLater(startsOn, 5) };
  const parameters = { [kind]: kind === "named_officer" ? { officer: email("p.shah") } : {} };
  const openWay = kind === "all_contact" ? "Write to PO Box 12, read by Priya Shah." : null;
  const facts = { actor: await actorOf(product, by), parameters, openWay, ...dates };
  const outcome = await product.council.use.detailProposal(await theDetails(product.council, proposal, facts));
  const typed = outcome.code === "faults" ? outcome.faults.filter(({ code }) => code !== "gate") : [];
  if ((outcome.code !== "saved" && outcome.code !== "faults") || typed.length > 0)
    throw new Error(`the details were refused: ${outcome.code} ${JSON.stringify(typed)}`);
}

async function answers(product: Product, { by, complainedAbout, liaison }: Draft, proposal: string): Promise<string> {
  const { council } = product;
  const command = await theAnswers(council, proposal);
  const outcome = await council.use.answerGates({
    ...command,
    actor: await actorOf(product, by),
    complainedAbout: complainedAbout.map(email),
  });
  if (outcome.code !== "saved" && outcome.code !== "faults") return outcome.code;
  const [question] = await council.sql`select answered_at from social_work_question where proposal_id = ${proposal}`;
  if (liaison && question && question["answered_at"] === null) await socialWorkAnswers(council, proposal);
  return "accepted";
}

/** As it was read back, or as it was before that. */
export async function send(product: Product, press: Extract<Press, { do: "send" }>): Promise<string> {
  const { council, versions } = product;
  const proposal = product.proposals[press.proposal] ?? "";
  const version = await versionOf(product, proposal);
  const outcome = await council.use.submitProposal({
    actor: await actorOf(product, press.by),
    proposal,
    version: press.stale ? version - 1 : version,
    answer: press.answer ? "It was asked." : null,
  });
  if (outcome.code === "gates")
    return outcome.gates
      .filter(({ code }) => code === "ask" || code === "block")
      .map(({ gate }) => `gate:${gate}`)
      .toSorted()
      .join();
  if (outcome.code !== "submitted") return outcome.code;
  const now = await versionOf(product, proposal);
  const shown = versions.get(proposal) ?? [];
  if (shown.at(-1) !== now) versions.set(proposal, [...shown, now]);
  return "accepted";
}

async function versionOf({ council }: Product, proposal: string): Promise<number> {
  const [row] = await council.sql`select version from proposal where id = ${proposal}`;
  return Number(row?.["version"]);
}
