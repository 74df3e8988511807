/**
 * What Slack accepts in a manifest of major version 2, for the parts that ours uses; anything else is refused.
 * Each limit is that of Slack's published manifest schema 2.0.0, or stricter (.github/decisions/0007). A long file on
 * purpose: it is a table.
 */
import { z } from "zod";

const text = (most: number) => z.string().min(1).max(most);
/** Slack also takes http; a register does not. */
const requestUrl = (most: number) =>
  z
    .string()
    .regex(/^https:\/\//)
    .max(most);

const SlashCommand = z.strictObject({
  command: z
    .string()
    .regex(/^\/[a-z-]+$/)
    .max(32),
  url: requestUrl(3000),
  description: text(2000),
  usage_hint: text(1000).optional(),
  should_escape: z.boolean().optional(),
});

const Shortcut = z.strictObject({
  name: text(24),
  type: z.enum(["message", "global"]),
  callback_id: text(255),
  description: text(150),
});

const Scopes = z
  .array(text(50))
  .max(255)
  .refine((scopes) => new Set(scopes).size === scopes.length, "a scope stands twice");

export const SlackManifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int().optional() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
    long_description: z.string().min(175).max(4000),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({
      display_name: z
        .string()
        .regex(/^[a-z0-9._-]+$/)
        .max(80),
      always_online: z.boolean().optional(),
    }),
    shortcuts: z.array(Shortcut).min(1).max(10),
    slash_commands: z.array(SlashCommand).min(1).max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: Scopes }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: requestUrl(3500),
      // The tab of one's own work; no event that carries a message is asked for.
      bot_events: z.tuple([z.literal("app_home_opened")]),
    }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: requestUrl(3500),
      message_menu_options_url: requestUrl(3500),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});
