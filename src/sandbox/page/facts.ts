/** What the page must be told about the sandbox: `GET /-/sandbox.json`. Types only, for the server and the browser. */

export type SandboxFacts = {
  /** Where the local chat servers are mounted, for example { chat: "slack", mount: "/sandbox/slack" }. */
  readonly places: readonly { readonly chat: "slack" | "teams"; readonly mount: string }[];
  readonly councils: readonly SandboxCouncil[];
};

export type SandboxCouncil = {
  readonly slug: string;
  readonly name: string;
  /** Slack team ids and Teams tenant ids of this council. */
  readonly chats: readonly string[];
  /** Who somebody is, by chat account id. Without an entry the page shows the title that the chat gives. */
  readonly people?: Readonly<Record<string, { readonly role: string; readonly service?: string }>>;
  /** Whose view stands for the register, by chat account id. */
  readonly registerPerson?: string;
  /** Staff whom a simulated contact can reach. */
  readonly officers: readonly { readonly name: string; readonly email: string }[];
  readonly examples: readonly ContactExample[];
};

/** A customer to simulate a contact from. `contact` has the fields of one contact of POST /v1/contacts. */
export type ContactExample = {
  readonly label: string;
  /** What the person should expect, in a sentence. */
  readonly hint?: string;
  readonly contact: {
    readonly customer: { readonly phone?: string; readonly email?: string; readonly [key: string]: unknown };
    readonly officer?: { readonly email: string };
    readonly [key: string]: unknown;
  };
};

/** What the page sends to `POST /-/contacts`; the server adds id, time, source and token. */
export type SimulatedContact = { readonly council: string; readonly contact: Readonly<Record<string, unknown>> };
/** What comes back: the bot's status and its body as it is, or why the bot could not be asked. */
export type SimulatedAnswer =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | { readonly ok: false; readonly error: string };
