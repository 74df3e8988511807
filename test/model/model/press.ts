/** One press on the model: refused with why, or what it changes. And time that passes. */
import { dayOf, daysLater } from "./calendar.ts";
import { draft } from "./draft.ts";
import { decide, interest, send, tryAgain, withdraw } from "./proposal-presses.ts";
import { remind } from "./reminders.ts";
import { advise, answer, close, letterSent, report, step } from "./report-presses.ts";
import { refuseDelegation } from "./staff.ts";
import type { Answer, Press, World } from "./world.ts";

/** Changes the world when it is accepted, and only then. */
export function press(world: World, pressed: Press): Answer {
  switch (pressed.do) {
    case "report":
      return report(world, pressed);
    case "close":
      return close(world, pressed);
    case "step":
      return step(world, pressed);
    case "advise":
      return advise(world, pressed);
    case "letter-sent":
      return letterSent(world, pressed);
    case "draft":
      return draft(world, pressed);
    case "send":
      return send(world, pressed);
    case "decide":
      return decide(world, pressed);
    case "interest":
      return interest(world, pressed);
    case "withdraw":
      return withdraw(world, pressed);
    case "try-again":
      return tryAgain(world, pressed);
    case "staff":
      return staff(world, pressed);
    case "delegate":
      return delegate(world, pressed);
  }
}

/** The instant comes, and what fell due by then is done. Gives back what the audit says of it. */
export function pass(world: World, to: number): string[] {
  world.now = to;
  const events: string[] = [];
  for (const proposal of world.proposals) {
    if (proposal.state !== "submitted" || proposal.expireAt > to) continue;
    proposal.state = "expired";
    events.push("proposal-expired");
  }
  for (const arrangement of world.arrangements) {
    if (arrangement.ended || arrangement.endsAt > to) continue;
    arrangement.ended = true;
    events.push("arrangement-ended");
  }
  return [...events, ...remind(world)];
}

function staff(world: World, { person, status, roles }: Extract<Press, { do: "staff" }>): Answer {
  return answer([], () => {
    const before = world.staff[person];
    world.staff[person] = { manager: before?.manager ?? null, status, roles };
    return [status === "left" && before?.status !== "left" ? "officer-left" : "officer-changed"];
  });
}

function delegate(world: World, { from, to, inDays, days }: Extract<Press, { do: "delegate" }>): Answer {
  const first = daysLater(dayOf(world.now), inDays);
  const wanted = { from, to, first, last: daysLater(first, days - 1) };
  return answer(refuseDelegation(world, wanted), () => {
    world.delegations.push(wanted);
    return ["delegation-made"];
  });
}

/** Who presses it: the administrator for the staff list, and whoever goes away for their delegation. */
export function presserOf(pressed: Press): string {
  if (pressed.do === "staff") return "r.byrne";
  return pressed.do === "delegate" ? pressed.from : pressed.by;
}
