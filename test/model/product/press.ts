/** The presses of the model on the use cases of the product. Gives back "accepted", or the product's word for why not. */
import { randomUUID } from "node:crypto";
import { aReport } from "../../usecases/builders.ts";
import { daysLater } from "../model/calendar.ts";
import type { Press } from "../model/world.ts";
import { actorOf, email, today } from "./actor.ts";
import { decide, interest, tryAgain, withdraw } from "./decide.ts";
import type { Product } from "./open.ts";
import { draft, send } from "./propose.ts";
import { saveStaff } from "./staff.ts";

type PressOf<Do extends Press["do"]> = Extract<Press, { do: Do }>;
const ACCEPTED = "accepted";

export async function pressOn(product: Product, press: Press): Promise<string> {
  switch (press.do) {
    case "report":
      return await report(product, press);
    case "close":
      return await close(product, press);
    case "step":
      return await step(product, press);
    case "advise":
      return await advise(product, press);
    case "letter-sent":
      return await letterSent(product, press);
    case "draft":
      return await draft(product, press);
    case "send":
      return await send(product, press);
    case "decide":
      return await decide(product, press);
    case "interest":
      return await interest(product, press);
    case "withdraw":
      return await withdraw(product, press);
    case "try-again":
      return await tryAgain(product, press);
    case "staff":
      return await saveStaff(product, press);
    case "delegate":
      return await delegate(product, press);
  }
}

async function report(product: Product, press: PressOf<"report">): Promise<string> {
  const { council } = product;
  const command = aReport(await actorOf(product, press.by), {
    submission: randomUUID(),
    customer: { ref: press.customer },
    occurredAt: new Date(council.clock.now.getTime() - press.daysAgo * 86_400_000),
    service: "Housing",
    seriousThreat: press.threat,
    affected: press.affected.map(email),
  });
  const outcomes = [await council.use.reportContact(command)];
  if (press.twice) outcomes.push(await council.use.reportContact(command));
  const refs = outcomes.map((outcome) => (outcome.code === "reported" ? outcome.ref : JSON.stringify(outcome.faults)));
  if (new Set(refs).size !== 1) return `two reports of one form: ${refs.join()}`;
  const [row] = await council.sql`select id from incident where submission = ${command.submission}`;
  product.reports.push(String(row?.["id"]));
  return outcomes[0]?.code === "reported" ? ACCEPTED : refs.join();
}

async function close(product: Product, { by, report: number, said }: PressOf<"close">): Promise<string> {
  const actor = await actorOf(product, by);
  const incident = product.reports[number] ?? "";
  const outcome = await product.council.use.noFurtherAction({ actor, incident, reason: said ? "Settled." : "" });
  return outcome.code === "done" ? ACCEPTED : outcome.code;
}

async function step(product: Product, press: PressOf<"step">): Promise<string> {
  const outcome = await product.council.use.takeStep({
    actor: await actorOf(product, press.by),
    incident: product.reports[press.report] ?? "",
    step: press.step,
    customer: {},
    limbs: ["abusive"],
    shownBy: null,
    whatHappened: "You rang 14 times.",
    whatToChange: "Ring once a week.",
    how: press.step === "advice" ? "phone" : "letter",
    by: press.byReporter ? "reporter" : "me",
    done:
      press.step === "advice" && press.given !== null
        ? { on: before(product, press.given), said: "To ring less." }
        : null,
    earlierAdvice:
      press.step === "warning" && press.earlier !== null
        ? { on: before(product, press.earlier), how: "phone", by: null }
        : null,
  });
  if (outcome.code !== "faults") return outcome.code === "taken" ? ACCEPTED : outcome.code;
  return outcome.faults.map((fault) => (typeof fault === "string" ? fault : fault.code)).join();
}

async function advise(product: Product, { by, report: number }: PressOf<"advise">): Promise<string> {
  const [row] = await product.council.sql`select id from ladder_step
    where kind = 'advice' and incident_id = ${product.reports[number] ?? ""}`;
  const command = {
    actor: await actorOf(product, by),
    step: String(row?.["id"]),
    how: "phone",
    said: "They agreed.",
  } as const;
  const outcome = await product.council.use.recordAdvice({ ...command, on: today(product) });
  return outcome.code === "recorded" ? ACCEPTED : outcome.code;
}

async function letterSent(product: Product, { by, letter: number }: PressOf<"letter-sent">): Promise<string> {
  const [row] = await product.council.sql`select id from letter order by id offset ${number} limit 1`;
  const command = { actor: await actorOf(product, by), letter: String(row?.["id"]), how: "letter" } as const;
  const outcome = await product.council.use.recordLetterSent({ ...command, on: today(product) });
  return outcome.code === "recorded" ? ACCEPTED : outcome.code;
}

async function delegate(product: Product, { from, to, inDays, days }: PressOf<"delegate">): Promise<string> {
  const startsOn = daysLater(today(product), inDays);
  const outcome = await product.council.use.makeDelegation({
    organisation: product.council.organisation,
    actor: await actorOf(product, from),
    from: null,
    to: email(to),
    startsOn,
    endsOn: daysLater(startsOn, days - 1),
  });
  if (outcome.code === "refused") return outcome.refusal.code;
  return outcome.code === "made" ? ACCEPTED : outcome.code;
}

const before = (product: Product, days: number): string => daysLater(today(product), -days);
