/**
 * The token that the bot writes with: OAuth 2.0 client credentials at Microsoft Entra, in the one tenant of the bot.
 * Asked for here and not through botbuilder, whose client retries posts by itself and so posts twice (PLATFORM 2.7).
 */
import { z } from "zod";
import { type Failure, notSent, refused } from "./failure.ts";

export type Credentials = {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
  /** In place of Microsoft's address, for tests. */
  readonly loginUrl?: string | undefined;
};

/** The value of the Authorization header; none where nobody checks it. */
export type Token = { readonly kind: "token"; readonly authorization: string | undefined };

export type Tokens = {
  readonly current: () => Promise<Token | Failure>;
  /** Asks anew, whatever is remembered. */
  readonly fresh: () => Promise<Token | Failure>;
  /** The token was refused: the next call asks anew. */
  readonly forget: () => void;
};

export type TokenCheck = "valid" | "invalid" | "unreachable";

const LOGIN = "https://login.microsoftonline.com";
const SCOPE = "https://api.botframework.com/.default";
const PATIENCE_MS = 5_000;
/** A token is not used in its last five minutes: clocks differ. */
const MARGIN_MS = 300_000;

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
type Granted = z.infer<typeof Granted>;

/** For the local tenant, which checks no token. */
export const NO_TOKENS: Tokens = {
  current: () => Promise.resolve({ kind: "token", authorization: undefined }),
  fresh: () => Promise.resolve({ kind: "token", authorization: undefined }),
  forget: () => {},
};

/** Remembers a token until shortly before it ends. Calls at the same moment ask once. */
export function createTokens(credentials: Credentials): Tokens {
  let known: { readonly token: Token; readonly until: number } | undefined;
  let asking: Promise<Token | Failure> | undefined;
  const fresh = async (): Promise<Token | Failure> => {
    const granted = await requestToken(credentials);
    if ("kind" in granted) return granted;
    const token: Token = { kind: "token", authorization: `Bearer ${granted.access_token}` };
    known = { token, until: Date.now() + granted.expires_in * 1_000 - MARGIN_MS };
    return token;
  };
  return {
    fresh,
    forget: () => {
      known = undefined;
    },
    current: async () => {
      if (known !== undefined && known.until > Date.now()) return known.token;
      asking ??= fresh().finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
}

async function requestToken(credentials: Credentials): Promise<Granted | Failure> {
  const { appId, appPassword, tenantId, loginUrl = LOGIN } = credentials;
  const url = `${loginUrl.replace(/\/+$/, "")}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: appId,
    client_secret: appPassword,
    scope: SCOPE,
  });
  try {
    const response = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.status === 400 || response.status === 401) return refused("token_invalid");
    return response.ok ? (Granted.safeParse(await response.json()).data ?? notSent) : notSent;
  } catch {
    // Whatever went wrong here, the message itself was not sent.
    return notSent;
  }
}

/** Asks Microsoft whether the bot's secret works, for `doctor`. */
export async function checkToken(tokens: Tokens): Promise<TokenCheck> {
  const answer = await tokens.fresh();
  if (answer.kind === "token") return "valid";
  return answer.kind === "refused" ? "invalid" : "unreachable";
}
