/** Which activity is which act. botbuilder tells the kinds apart; the names of the invokes are Teams'. */
import { ActivityHandler, type InvokeResponse, type TurnContext } from "botbuilder";
import { isPersonal } from "./activity.ts";
import { answerWords, fetchCommand } from "./command.ts";
import { help } from "./help.ts";
import { answerSearch } from "./people.ts";
import { answerPress, executePress, fetchPress } from "./press.ts";
import type { Body } from "./show-answer.ts";
import { answerSubmission } from "./submission.ts";
import type { Turn } from "./turn.ts";

/** What each invoke is answered with. A table. */
const INVOKES: Readonly<Record<string, (turn: Turn) => Promise<Body | undefined>>> = {
  "composeExtension/fetchTask": fetchCommand,
  "composeExtension/submitAction": answerSubmission,
  "task/fetch": fetchPress,
  "task/submit": answerSubmission,
  "adaptiveCard/action": executePress,
  "application/search": answerSearch,
};

/** Made for one turn. */
export class TurnHandler extends ActivityHandler {
  readonly #turn: Turn;

  constructor(turn: Turn) {
    super();
    this.#turn = turn;
    this.onMessage(async (_context, next) => {
      await hear(turn);
      await next();
    });
    this.onInstallationUpdateAdd(async (_context, next) => {
      await welcome(turn);
      await next();
    });
  }

  protected override async onInvokeActivity({ activity }: TurnContext): Promise<InvokeResponse> {
    const name = activity.name ?? "";
    const answer = Object.hasOwn(INVOKES, name) ? INVOKES[name] : undefined;
    if (answer === undefined) return { status: 501, body: { error: "not_handled" } };
    const body = await answer(this.#turn);
    return body === undefined ? { status: 200 } : { status: 200, body };
  }
}

async function hear(turn: Turn): Promise<void> {
  const { value } = turn.activity;
  const card = await (value === undefined || value === null ? answerWords(turn) : answerPress(turn));
  if (card !== undefined) await turn.whisper(card);
}

/** Once, to the person who added the app for themselves; a team that adds it is told nothing in public. */
async function welcome(turn: Turn): Promise<void> {
  if (isPersonal(turn.activity)) await turn.whisper(help("Restricted contact"));
}
