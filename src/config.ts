/** The only reader of the environment. Names every fault at once, so that nothing starts half configured. */
import { z } from "zod";

const Loopback = z
  .url("must be an address such as http://127.0.0.1:8080")
  .refine(isLoopbackUrl, "must be a loopback address: it is for tests");
const Flag = z.enum(["0", "1"], "must be 0 or 1").transform((value) => value === "1");
const Secret = z.string().min(1);

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  PORT: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(0)
    .max(65_535, "must be at most 65535")
    .default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  SLACK_BOT_TOKEN: Secret.optional(),
  SLACK_SIGNING_SECRET: Secret.optional(),
  SLACK_BOT_ID: Secret.optional(),
  SLACK_BOT_USER_ID: Secret.optional(),
  SLACK_API_URL: Loopback.optional(),
  MICROSOFT_APP_ID: Secret.optional(),
  MICROSOFT_APP_PASSWORD: Secret.optional(),
  MICROSOFT_APP_TENANT_ID: Secret.optional(),
  TEAMS_LOCAL: Flag.optional(),
  TEAMS_OPENID_METADATA_URL: Loopback.optional(),
  TEAMS_LOGIN_URL: Loopback.optional(),
  SANDBOX: Flag.optional(),
  TEST_CLOCK: Flag.optional(),
  TEST_DATA: Flag.optional(),
  METRICS_TOKEN: Secret.optional(),
  INTAKE_RATE: z.coerce.number("must be a number").int().min(1, "must be at least 1").default(500),
  DATA_FOLDER: z.string().min(1).default(".data"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  NODE_ENV: z.string().optional(),
});
type Environment = z.infer<typeof Environment>;

const SLACK_KEYS = ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_BOT_ID", "SLACK_BOT_USER_ID"] as const;
const TEAMS_KEYS = ["MICROSOFT_APP_ID", "MICROSOFT_APP_PASSWORD", "MICROSOFT_APP_TENANT_ID"] as const;

export type SlackConfig = {
  readonly botToken: string;
  readonly signingSecret: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly apiUrl: string | undefined;
};
export type TeamsConfig =
  | { readonly local: true }
  | {
      readonly local: false;
      readonly appId: string;
      readonly appPassword: string;
      readonly tenantId: string;
      readonly openIdMetadataUrl: string | undefined;
      readonly loginUrl: string | undefined;
    };

export type Config = {
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly slack: SlackConfig | undefined;
  readonly teams: TeamsConfig | undefined;
  readonly sandbox: boolean;
  readonly testClock: boolean;
  /** Lets tests use a database that holds organisations not marked as fictional. */
  readonly testData: boolean;
  readonly metricsToken: string | undefined;
  /** Contacts a second that one intake token may send. */
  readonly intakeRate: number;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
};

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] };

/** What the checks of settings against each other read: one that is wrong by itself says nothing about the others. */
const READ_TOGETHER = ["DATABASE_URL", "HOST", "SANDBOX", "TEAMS_LOCAL", "TEST_CLOCK"];

/** Reads the settings. An empty value counts as not set. Every fault is named, each with its variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const set = Object.entries(env).filter(([, value]) => value !== "");
  const issues = Environment.safeParse(Object.fromEntries(set)).error?.issues ?? [];
  const wrong = issues.map(({ path }) => String(path[0]));
  const values = Environment.parse(Object.fromEntries(set.filter(([key]) => !wrong.includes(key))));
  const faults = [
    ...issues.map(({ path, message }) => `${path.join(".")} ${message}`),
    ...missingTogether(values, SLACK_KEYS),
    ...missingTogether(values, TEAMS_KEYS),
    ...(READ_TOGETHER.some((key) => wrong.includes(key)) ? [] : localFaults(values)),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, config: config(values) };
}

/** A server of the council's own, or the embedded one with its data in a folder. */
export type DatabasePlace = { readonly databaseUrl: string } | { readonly dataFolder: string };

/** Where the register is, for the command line: it needs no chat. */
export function processDatabase(): DatabasePlace {
  const { DATABASE_URL: databaseUrl, DATA_FOLDER: dataFolder } = process.env;
  return databaseUrl ? { databaseUrl } : { dataFolder: dataFolder || ".data" };
}

/** The chats of this process, for the command line, or what is wrong with their settings. */
export type ProcessChats =
  | { readonly ok: true; readonly slack: SlackConfig | undefined; readonly teams: TeamsConfig | undefined }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Which chats the command line can ask. That none is configured is no fault there. */
export function processChats(): ProcessChats {
  const chats = Object.entries(process.env).filter(([key]) => /^(SLACK|MICROSOFT|TEAMS)_/.test(key));
  const parsed = readConfig({ ...Object.fromEntries(chats), DATABASE_URL: undefined });
  return parsed.ok ? { ok: true, slack: parsed.config.slack, teams: parsed.config.teams } : parsed;
}

/** The settings of this process. */
export function processConfig(): ConfigResult {
  return readConfig(process.env);
}

function missingTogether(values: Environment, keys: readonly (keyof Environment)[]): readonly string[] {
  const missing = keys.filter((key) => values[key] === undefined);
  if (missing.length === 0 || missing.length === keys.length) return [];
  return missing.map((key) => `${key} is missing: ${keys.join(", ")} go together`);
}

function localFaults(values: Environment): readonly string[] {
  const faults: string[] = [];
  const on = { SANDBOX: inSandbox(values), TEAMS_LOCAL: values.TEAMS_LOCAL, TEST_CLOCK: values.TEST_CLOCK };
  const local = (["SANDBOX", "TEAMS_LOCAL", "TEST_CLOCK"] as const).filter((key) => on[key]);
  for (const key of local) {
    if (values.NODE_ENV === "production")
      faults.push(`${key} is for local use and tests: it cannot be on with NODE_ENV=production`);
    if (!isLoopbackHost(values.HOST))
      faults.push(`${key} is for local use and tests: HOST must be a loopback address, not ${values.HOST}`);
  }
  if (values.TEAMS_LOCAL && values.MICROSOFT_APP_ID)
    faults.push("TEAMS_LOCAL and MICROSOFT_APP_ID exclude each other: leave one out");
  if (values.SANDBOX && (values.SLACK_BOT_TOKEN || values.MICROSOFT_APP_ID || values.TEAMS_LOCAL))
    faults.push("SANDBOX brings its own chats: leave out SANDBOX, or the settings of Slack and Teams");
  if (values.SANDBOX === false && !chatConfigured(values))
    faults.push("No chat is configured: set the SLACK_ or the MICROSOFT_ variables, or SANDBOX=1");
  if (values.DATABASE_URL && values.SANDBOX === undefined && !chatConfigured(values))
    faults.push(
      "DATABASE_URL is set but no chat is configured: set the SLACK_ or the MICROSOFT_ variables, or SANDBOX=1",
    );
  return faults;
}

const chatConfigured = (values: Environment): boolean =>
  Boolean(values.SLACK_BOT_TOKEN || values.MICROSOFT_APP_ID || values.TEAMS_LOCAL);

/** On when asked for, and when nothing else is: a fresh machine still does the whole job. */
const inSandbox = (values: Environment): boolean =>
  values.SANDBOX ?? (!chatConfigured(values) && values.DATABASE_URL === undefined);

function config(values: Environment): Config {
  return {
    databaseUrl: values.DATABASE_URL,
    dataFolder: values.DATA_FOLDER,
    host: values.HOST,
    port: values.PORT,
    slack: slackConfig(values),
    teams: teamsConfig(values),
    sandbox: inSandbox(values),
    testClock: values.TEST_CLOCK ?? false,
    testData: values.TEST_DATA ?? false,
    metricsToken: values.METRICS_TOKEN,
    intakeRate: values.INTAKE_RATE,
    logLevel: values.LOG_LEVEL,
  };
}

function slackConfig(values: Environment): SlackConfig | undefined {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_ID: botId,
    SLACK_BOT_USER_ID: botUserId,
  } = values;
  if (!botToken || !signingSecret || !botId || !botUserId) return undefined;
  return { botToken, signingSecret, botId, botUserId, apiUrl: values.SLACK_API_URL };
}

function teamsConfig(values: Environment): TeamsConfig | undefined {
  if (values.TEAMS_LOCAL) return { local: true };
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: appPassword, MICROSOFT_APP_TENANT_ID: tenantId } = values;
  if (!appId || !appPassword || !tenantId) return undefined;
  return {
    local: false,
    appId,
    appPassword,
    tenantId,
    openIdMetadataUrl: values.TEAMS_OPENID_METADATA_URL,
    loginUrl: values.TEAMS_LOGIN_URL,
  };
}

function isLoopbackHost(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && isLoopbackHost(new URL(url).hostname);
}
