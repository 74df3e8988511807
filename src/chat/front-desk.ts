/** The counter for both chats: who is it, which handler, and an answer for every end that it can come to. */
import type { Actor } from "../usecases/context.ts";
import type { Account, Answer, Command, Desk, Shortcut } from "./desk.ts";
import { emptyCheck } from "./handlers/check.ts";
import { refused } from "./handlers/handler.ts";
import { search, withChosen } from "./handlers/people.ts";
import { registerCommand } from "./handlers/register.ts";
import { emptyReport } from "./handlers/report.ts";
import { emptyScreen } from "./handlers/screen.ts";
import { type HandlerDeps, pressHandlers, submissionHandlers } from "./handlers/table.ts";
import { workCard } from "./handlers/work.ts";
import { answering, type Outage, saidAsNotChecked } from "./outage-words.ts";
import { asOfficer, type Identify, notAnOfficer, whoAsks } from "./who-asks.ts";

export type FrontDeskDeps = HandlerDeps & { readonly identify: Identify; readonly outage: Outage };

export function createFrontDesk(deps: FrontDeskDeps): Desk {
  const presses = pressHandlers(deps);
  const submissions = submissionHandlers(deps);
  const guarded = (answer: () => Promise<Answer>) => answering(deps.outage, answer);
  return {
    command: async (command) => {
      const answer = await guarded(() => onCommand(deps, command));
      return command.command === "check-contact" ? saidAsNotChecked(answer) : answer;
    },
    shortcut: async (shortcut) => saidAsNotChecked(await guarded(() => onShortcut(deps, shortcut))),
    home: (from) => guarded(() => asOfficer(deps.identify, from, (actor) => home(deps, actor))),
    press: (press) => {
      if (!isId(press.target.id)) return Promise.resolve(refused({ code: "unknown-target" }));
      return guarded(() => asOfficer(deps.identify, press.from, (actor) => presses[press.action](actor, press)));
    },
    submit: async (submission) => {
      const { form, from, target, values } = submission;
      if (!isId(target.id)) return refused({ code: "unknown-target" });
      const answer = await guarded(() =>
        asOfficer(deps.identify, from, async (actor) =>
          withChosen(deps, { actor, values }, await submissions[form](actor, submission)),
        ),
      );
      return form === "check" || form === "screen" ? saidAsNotChecked(answer) : answer;
    },
    people: (asked) => search(deps, asked),
  };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Buttons and forms travel through the chats and can be forged: what is no id is not looked up. */
function isId(id: string): boolean {
  return ID.test(id);
}

async function home(deps: FrontDeskDeps, actor: Actor): Promise<Answer> {
  return { kind: "told", card: await workCard(deps, actor, 1) };
}

async function onCommand(deps: FrontDeskDeps, command: Command): Promise<Answer> {
  switch (command.command) {
    case "report-contact":
      return await openReportAtOnce(deps, command.from);
    case "check-contact":
      return await asOfficer(deps.identify, command.from, async () => emptyCheck(command.text));
    case "contact-register":
      return await asOfficer(deps.identify, command.from, (actor) => registerCommand(deps, actor, command));
  }
}

async function onShortcut(deps: FrontDeskDeps, { from, shortcut, message }: Shortcut): Promise<Answer> {
  switch (shortcut) {
    case "screen-contact":
      return await asOfficer(deps.identify, from, async (actor) => emptyScreen(actor, message, deps.now()));
  }
}

/**
 * The report form opens at once, also when the register is slow or away: who sends it is read again when it is sent.
 * Somebody on the phone has two free seconds.
 */
async function openReportAtOnce({ identify, now, outage }: FrontDeskDeps, from: Account): Promise<Answer> {
  const identity = await whoAsks(identify, from).catch((error: unknown) => {
    if (outage(error)) return undefined;
    throw error;
  });
  if (identity === undefined) return emptyReport(undefined, now());
  return identity.code === "officer" ? emptyReport(identity.actor, now()) : notAnOfficer(identity, from);
}
