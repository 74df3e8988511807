/** Activities from Teams to the bot, and the rule for invokes (PLATFORM.md 2.2). */
import { type Delivered, deliver } from "../delivery.ts";
import { pause } from "../faults.ts";
import { activityFrom, type Scene } from "./activity-shape.ts";
import { INVOKE_AGAIN_MS, INVOKE_MS } from "./limits.ts";
import type { Tenant } from "./state.ts";

type Content = Readonly<Record<string, unknown>> & { readonly type: string; readonly entities?: readonly unknown[] };

/** Sends an activity that wants no answer. */
export function sendActivity(tenant: Tenant, scene: Scene, content: Content): Promise<Delivered> {
  const common = activityFrom(tenant, scene);
  const entities = [...(content.entities ?? []), ...common.entities];
  return sendRaw(tenant, content.type, JSON.stringify({ ...common, ...content, entities }));
}

export type Invoke = { readonly name: string; readonly value: unknown; readonly replyToId?: string };

/** What came of an invoke; `unreadable` was tried twice. */
export type Invoked<T> =
  | { readonly kind: "answered"; readonly answer: T }
  | { readonly kind: "late" }
  | { readonly kind: "failed"; readonly body: string }
  | { readonly kind: "unreadable" };

/** Sends an invoke. A slow one is sent again beside the first; an answer that `read` refuses is asked for once more. */
export async function invoke<T>(
  tenant: Tenant,
  scene: Scene,
  { what, read }: { what: Invoke; read: (body: string) => T | undefined },
): Promise<Invoked<T>> {
  const activity = JSON.stringify({ ...activityFrom(tenant, scene), type: "invoke", ...what });
  const first = judged(await sendImpatiently(tenant, activity), read);
  return first.kind === "unreadable" ? judged(await sendImpatiently(tenant, activity), read) : first;
}

function judged<T>(delivered: Delivered, read: (body: string) => T | undefined): Invoked<T> {
  if (delivered.kind === "late") return delivered;
  if (delivered.status !== 200) return { kind: "failed", body: delivered.body };
  const answer = read(delivered.body);
  return answer === undefined ? { kind: "unreadable" } : { kind: "answered", answer };
}

async function sendImpatiently(tenant: Tenant, activity: string): Promise<Delivered> {
  const first = sendRaw(tenant, "invoke", activity);
  const again = tenant.options.invokeAgainMs ?? INVOKE_AGAIN_MS;
  const early = await Promise.race([first, pause(again)]);
  return early ?? Promise.race([first, sendRaw(tenant, "invoke", activity)]);
}

/** Sends any body as Teams would; `authorization` replaces the token of the tenant. */
export async function sendRaw(tenant: Tenant, call: string, body: string, authorization?: string): Promise<Delivered> {
  const { options, faults, sent } = tenant;
  const bearer = authorization ?? (options.token === undefined ? undefined : `Bearer ${options.token()}`);
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)",
    ...(bearer !== undefined && { authorization: bearer }),
  };
  sent.push(body);
  return deliver({ url: options.deliverTo(), headers, body, patience: INVOKE_MS }, { call }, faults);
}
