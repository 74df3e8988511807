/** From a slash command leaving Slack to the first view with input fields arriving there; a loading view does not count. */
import { setTimeout as pause } from "node:timers/promises";
import type { SlackView } from "../../cards/render/slack.ts";
import { accountOf, CHANNEL } from "./council.ts";
import { type Line, lineOf, median, percentile, type Round } from "./figures.ts";
import type { Arrival, BenchSlack } from "./slack.ts";

type Sides = { readonly bare: string; readonly product: string };
type Length = { readonly rounds: number; readonly commands: number };

/** Milliseconds between two commands, for what the app does after it has shown the form. */
const REST = 4;

/** Both apps in turn, command by command, so that they meet the same machine. */
export async function measureReportForm(
  slack: BenchSlack,
  { bare, product }: Sides,
  length: Length,
): Promise<readonly Line[]> {
  const round = async (): Promise<Round> => {
    const times = { baseline: [] as number[], ours: [] as number[] };
    for (let command = 0; command < length.commands; command++) {
      times.baseline.push(await timeToForm(slack, bare));
      times.ours.push(await timeToForm(slack, product));
    }
    return times;
  };
  await round();
  const rounds: Round[] = [];
  for (let n = 0; n < length.rounds; n++) rounds.push(await round());
  return [
    lineOf("/report-contact to the form, p50, against bare Bolt", rounds, {
      figure: median,
      target: { of: "ratio", most: 1.3 },
    }),
    lineOf("/report-contact to the form, p99, against bare Bolt", rounds, {
      figure: percentile(99),
      target: { of: "ratio", most: 2 },
    }),
  ];
}

async function timeToForm(slack: BenchSlack, app: string): Promise<number> {
  slack.deliverTo(app);
  const form = nextForm(slack);
  const started = performance.now();
  const typed = slack.driver.command(accountOf("register0"), {
    conversation: CHANNEL,
    command: "/report-contact",
    text: "",
  });
  const [arrived, outcome] = await Promise.all([form, typed]);
  if (!outcome.ok) throw new Error(`the command failed: ${outcome.error}`);
  await pause(REST);
  return arrived.ticks - started;
}

const FORM_WITHIN = 10_000;

async function nextForm(slack: BenchSlack): Promise<Arrival> {
  const { promise, resolve, reject } = Promise.withResolvers<Arrival>();
  const stop = slack.listen((arrival) => {
    if (isForm(arrival)) resolve(arrival);
  });
  const timer = setTimeout(() => reject(new Error("no form was shown")), FORM_WITHIN);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    stop();
  }
}

function isForm({ method, fields }: Arrival): boolean {
  if (method !== "views.open" && method !== "views.update") return false;
  const { blocks } = JSON.parse(String(fields["view"])) as SlackView;
  return blocks.some(({ type }) => type === "input");
}
