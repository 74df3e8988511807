/**
 * What the people's side of the two local chat servers speaks: JSON over HTTP under `<mount>/-/`.
 * The page and the test drivers use this and nothing else. A table: long on purpose.
 * `person` is a Slack user id ("U…") or a Teams user id ("29:…"); path parts are URI-encoded.
 */
import { z } from "zod";

/** Where the sandbox mounts the two routers. Slack's Web API is at `<slack>/api/`, the connector at `<teams>/v3/`. */
export const MOUNTS = { slack: "/sandbox/slack", teams: "/sandbox/teams" } as const;

/** Both servers. Every POST body and answer is JSON. Answers: see the type after the arrow. */
export const COMMON_ROUTES = {
  place: "GET /-/place", // -> Place
  conversations: "GET /-/people/:person/conversations", // -> ConversationSummary[]
  messages: "GET /-/people/:person/conversations/:conversation/messages", // -> SlackMessage[] | TeamsMessage[], oldest first
  read: "POST /-/people/:person/conversations/:conversation/read", // {} -> Outcome; unread becomes 0
  say: "POST /-/people/:person/say", // Say -> Outcome
  unread: "GET /-/unread", // -> Unread of everybody
  log: "GET /-/log", // ?conversation= -> LogEntry[]: every post, edit and deletion, oldest first
  events: "GET /-/events", // server-sent events: data: {"version": 12}; refetch when it grows
  faults: "GET /-/faults", // -> PendingFault[]
  addFault: "POST /-/faults", // Fault -> Outcome
  clearFaults: "DELETE /-/faults", // -> Outcome
} as const;

export const SLACK_ROUTES = {
  ...COMMON_ROUTES,
  command: "POST /-/people/:person/command", // SlackCommand -> Outcome
  press: "POST /-/people/:person/press", // SlackPress -> Outcome (buttons, selects, pickers, overflow)
  options: "POST /-/people/:person/options", // SlackOptions -> SlackOptionsAnswer (external_select)
  shortcut: "POST /-/people/:person/shortcut", // SlackShortcut -> Outcome (message or global)
  views: "GET /-/people/:person/views", // -> SlackView[]: the stack, the top one last; [] when none is open
  submit: "POST /-/people/:person/submit", // SlackSubmit -> Outcome; then fetch views again (errors are on the view)
  close: "POST /-/people/:person/close", // SlackClose -> Outcome
  openHome: "POST /-/people/:person/home", // {} -> Outcome (sends app_home_opened)
  home: "GET /-/people/:person/home", // -> SlackView | null
} as const;

export const TEAMS_ROUTES = {
  ...COMMON_ROUTES,
  execute: "POST /-/people/:person/execute", // TeamsExecute -> Outcome (Action.Execute of a message)
  submit: "POST /-/people/:person/submit", // TeamsSubmit -> Outcome (Action.Submit of a message; task/fetch opens a dialog)
  extension: "POST /-/people/:person/extension", // TeamsExtension -> Outcome (message-extension action command)
  dialog: "GET /-/people/:person/dialog", // -> TeamsDialog | null
  submitDialog: "POST /-/people/:person/dialog/submit", // TeamsSubmitDialog -> Outcome
  closeDialog: "POST /-/people/:person/dialog/close", // {} -> Outcome
  search: "POST /-/people/:person/search", // TeamsSearch -> TeamsSearchAnswer (typeahead)
  install: "POST /-/people/:person/install", // {} -> Outcome
  uninstall: "POST /-/people/:person/uninstall", // {} -> Outcome
} as const;

/**
 * What the person sees after an act. `said`: a text shown only to them at that place (not a message).
 * `error`: the words the chat shows when it went wrong ("operation_timeout", "Unable to reach app …").
 */
export type Outcome = { readonly ok: true; readonly said?: string } | { readonly ok: false; readonly error: string };

export type WirePerson = { readonly id: string; readonly name: string; readonly title?: string };
export type WireChannel = {
  readonly id: string;
  readonly name: string;
  /** Teams only. */
  readonly teamName?: string;
  readonly private: boolean;
  /** Shared with another organisation. */
  readonly external: boolean;
  readonly members: readonly string[];
};

export type Place = {
  readonly chat: "slack" | "teams";
  /** Slack team id or Teams tenant id. */
  readonly id: string;
  readonly bot: WirePerson;
  readonly people: readonly WirePerson[];
  readonly channels: readonly WireChannel[];
};

export type ConversationSummary = {
  readonly id: string;
  /** `direct`: the person and the bot. It is listed before the first message too. */
  readonly kind: "direct" | "channel";
  readonly name: string;
  readonly private: boolean;
  readonly unread: number;
  /** ISO; null when empty. */
  readonly lastAt: string | null;
};

/** How many messages each person has not read, by their id. */
export type Unread = Readonly<Record<string, number>>;

type WireMessage = {
  readonly id: string;
  readonly conversation: string;
  /** ISO. */
  readonly at: string;
  readonly from: { readonly id: string; readonly name: string; readonly bot: boolean };
  /** Slack mrkdwn, or Teams Markdown. Beside blocks it is only the notification text. */
  readonly text: string;
  readonly edited: boolean;
  readonly unread: boolean;
};

export type SlackMessage = WireMessage & {
  readonly blocks: readonly unknown[];
  /** Only this reader sees it ("Only visible to you"). */
  readonly ephemeral: boolean;
};

export type TeamsMessage = WireMessage & {
  /** Adaptive Card JSON, as this reader sees it: an answer to Action.Execute replaces only their view. */
  readonly cards: readonly unknown[];
  /** The notification text (activity.summary). */
  readonly summary: string;
};

/** What was typed or chosen, by block_id and action_id: text, date, time, option value; a list for several; null for nothing. */
export const Inputs = z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])));
export type Inputs = z.infer<typeof Inputs>;

export type SlackView = {
  readonly id: string;
  readonly type: "modal" | "home";
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string | null;
  readonly close: string;
  readonly blocks: readonly unknown[];
  /** What is in the fields now: initial values, or what was typed when the view was redrawn or refused. */
  readonly inputs: Inputs;
  /** By block_id, from response_action "errors". */
  readonly errors: Readonly<Record<string, string>>;
};

export const Say = z.object({
  conversation: z.string().min(1),
  text: z.string().min(1),
  mention: z.boolean().default(false),
});
export const SlackCommand = z.object({
  conversation: z.string().min(1),
  /** With its slash. */
  command: z.string().regex(/^\/\S+$/),
  text: z.string().default(""),
});
/** Where an element stands: in a message, in an open view, or in App Home (the view id of it). */
export const SlackPlace = z.union([
  z.object({ conversation: z.string().min(1), message: z.string().min(1) }),
  z.object({ view: z.string().min(1) }),
]);
export const SlackPress = z.object({
  in: SlackPlace,
  blockId: z.string(),
  actionId: z.string(),
  /** For selects, pickers, checkboxes and overflow: what was chosen (option value, date, list of values). */
  chosen: z.union([z.string(), z.array(z.string())]).optional(),
  /** What stands in the other fields of the same message or view. */
  inputs: Inputs.default({}),
  /** Instead of the button's own value: only for tests of forged values. */
  forgedValue: z.string().optional(),
});
export const SlackOptions = z.object({ in: SlackPlace, blockId: z.string(), actionId: z.string(), query: z.string() });
export type SlackOptionsAnswer = { readonly options: readonly { readonly text: string; readonly value: string }[] };
export const SlackShortcut = z.object({
  callbackId: z.string(),
  /** A message shortcut; without it, a global one. */
  on: z.object({ conversation: z.string(), message: z.string() }).optional(),
});
export const SlackSubmit = z.object({ view: z.string(), inputs: Inputs.default({}) });
export const SlackClose = z.object({ view: z.string() });

const Data = z.record(z.string(), z.unknown());
/** `data` is the action's data with the inputs of the card merged in, as `adaptivecards` gives it on execution. */
export const TeamsExecute = z.object({
  conversation: z.string(),
  message: z.string(),
  verb: z.string().default(""),
  data: Data.default({}),
  id: z.string().optional(),
});
export const TeamsSubmit = z.object({ conversation: z.string(), message: z.string(), data: Data.default({}) });
/** `conversation`: where it was started. `message`: "More actions" on a message of it. */
export const TeamsExtension = z.object({
  command: z.string(),
  conversation: z.string().optional(),
  message: z.string().optional(),
});
export const TeamsSubmitDialog = z.object({ dialog: z.string(), data: Data.default({}) });
export const TeamsSearch = z.object({ dataset: z.string(), query: z.string(), conversation: z.string().optional() });
export type TeamsSearchAnswer = { readonly options: readonly { readonly text: string; readonly value: string }[] };

export type TeamsDialog = {
  readonly id: string;
  readonly title: string;
  readonly height: string | number | null;
  readonly width: string | number | null;
  /** Adaptive Card JSON; null when the answer was only a message. */
  readonly card: unknown;
  /** A text in place of the card; the dialog is over and can only be closed. */
  readonly message: string | null;
};

/** What happened to the messages, for counting. `call` is the bot's call, or "person". */
export type LogEntry = {
  readonly seq: number;
  /** ISO. */
  readonly at: string;
  readonly event: "posted" | "edited" | "deleted";
  readonly conversation: string;
  readonly message: string;
  readonly call: string;
  readonly text: string;
  /** Set for what only one person sees. */
  readonly onlyFor: string | null;
};

/**
 * What to break. `call` matches the bot's call by name ("chat.postMessage", "views.open", "response_url"; Teams: "POST activities",
 * "PUT activity", "POST conversations", "GET members" …) or the delivery to the bot ("command", "block_actions",
 * "view_submission", "event", "message", "invoke"); left out, it matches any of that side. `times` counts down.
 */
const Aim = {
  call: z.string().optional(),
  conversation: z.string().optional(),
  times: z.number().int().min(1).default(1),
};
export const Fault = z.discriminatedUnion("kind", [
  /** 429; nothing is done. */
  z.object({ kind: z.literal("rate-limited"), retryAfterSeconds: z.number().int().min(0).default(1), ...Aim }),
  /** 500; nothing is done. */
  z.object({ kind: z.literal("fails-before"), ...Aim }),
  /** 500, but it was done. */
  z.object({ kind: z.literal("fails-after"), ...Aim }),
  /** No answer; nothing is done. The connection is cut after `ms`. */
  z.object({ kind: z.literal("hangs"), ms: z.number().int().min(0).default(30_000), ...Aim }),
  /** No answer, but it was done. */
  z.object({ kind: z.literal("hangs-after"), ms: z.number().int().min(0).default(30_000), ...Aim }),
  /** Done and answered, `ms` later. */
  z.object({ kind: z.literal("slow"), ms: z.number().int().min(0), ...Aim }),
  /** The bot leaves the channel now. */
  z.object({ kind: z.literal("bot-removed"), conversation: z.string() }),
  /** The bot comes back. */
  z.object({ kind: z.literal("bot-added"), conversation: z.string() }),
  /** Each request to the bot is delivered twice, at once, until `duplicate-deliveries-end`. */
  z.object({ kind: z.literal("duplicate-deliveries") }),
  z.object({ kind: z.literal("duplicate-deliveries-end") }),
]);
export type Fault = z.input<typeof Fault>;
export type PendingFault = z.output<typeof Fault>;
