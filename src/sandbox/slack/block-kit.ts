/** Block Kit as Slack accepts it: shapes and limits. A table: long on purpose. */
import { z } from "zod";
import { LIMITS } from "./limits.ts";

const string = (max: number) => z.string().min(1).max(max);
const plain = (max: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: string(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: string(max), verbatim: z.boolean().optional() });
const text = (max: number) => z.discriminatedUnion("type", [plain(max), mrkdwn(max)]);
const id = string(LIMITS.id).optional();

const Option = z.strictObject({
  text: text(LIMITS.optionText),
  value: string(LIMITS.optionValue),
  description: text(LIMITS.optionText).optional(),
});
const options = (max: number) => z.array(Option).min(1).max(max);
const OptionGroup = z.strictObject({ label: plain(LIMITS.optionText), options: options(LIMITS.selectOptions) });
const Confirm = z.strictObject({
  title: plain(100),
  text: text(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(["primary", "danger"]).optional(),
});

const common = { action_id: id, confirm: Confirm.optional(), focus_on_load: z.boolean().optional() };
const placeholder = plain(LIMITS.placeholder).optional();
const date = z.iso.date().optional();
const time = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .optional();

const staticChoices = {
  placeholder,
  options: options(LIMITS.selectOptions).optional(),
  option_groups: z.array(OptionGroup).min(1).max(LIMITS.selectOptions).optional(),
  ...common,
};
const Button = z.strictObject({
  type: z.literal("button"),
  text: plain(LIMITS.buttonText),
  value: z.string().max(LIMITS.buttonValue).optional(),
  url: string(LIMITS.url).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: string(75).optional(),
  action_id: id,
  confirm: Confirm.optional(),
});
const choosers = [
  z.strictObject({ type: z.literal("static_select"), initial_option: Option.optional(), ...staticChoices }),
  z.strictObject({
    type: z.literal("multi_static_select"),
    initial_options: z.array(Option).min(1).optional(),
    max_selected_items: z.number().int().min(1).optional(),
    ...staticChoices,
  }),
  z.strictObject({
    type: z.literal("external_select"),
    placeholder,
    initial_option: Option.optional(),
    min_query_length: z.number().int().min(0).optional(),
    ...common,
  }),
  z.strictObject({
    type: z.literal("multi_external_select"),
    placeholder,
    initial_options: z.array(Option).min(1).optional(),
    min_query_length: z.number().int().min(0).optional(),
    max_selected_items: z.number().int().min(1).optional(),
    ...common,
  }),
  z.strictObject({ type: z.literal("users_select"), placeholder, initial_user: z.string().optional(), ...common }),
  z.strictObject({
    type: z.literal("multi_users_select"),
    placeholder,
    initial_users: z.array(z.string()).optional(),
    max_selected_items: z.number().int().min(1).optional(),
    ...common,
  }),
  z.strictObject({ type: z.literal("datepicker"), placeholder, initial_date: date, ...common }),
  z.strictObject({
    type: z.literal("timepicker"),
    placeholder,
    initial_time: time,
    timezone: z.string().optional(),
    ...common,
  }),
  z.strictObject({
    type: z.literal("checkboxes"),
    options: options(LIMITS.checkOptions),
    initial_options: z.array(Option).min(1).optional(),
    ...common,
  }),
  z.strictObject({
    type: z.literal("radio_buttons"),
    options: options(LIMITS.checkOptions),
    initial_option: Option.optional(),
    ...common,
  }),
] as const;
const Overflow = z.strictObject({ type: z.literal("overflow"), options: options(LIMITS.overflowOptions), ...common });
const Image = z.strictObject({
  type: z.literal("image"),
  image_url: string(LIMITS.url),
  alt_text: string(LIMITS.altText),
});

const dispatch = z.strictObject({ trigger_actions_on: z.array(z.string()).min(1) }).optional();
const typed = { placeholder, dispatch_action_config: dispatch, ...common };
const inputs = [
  z.strictObject({
    type: z.literal("plain_text_input"),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(LIMITS.inputLength).optional(),
    max_length: z.number().int().min(1).max(LIMITS.inputLength).optional(),
    initial_value: z.string().max(LIMITS.inputLength).optional(),
    ...typed,
  }),
  z.strictObject({
    type: z.literal("number_input"),
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
    initial_value: z.string().optional(),
    ...typed,
  }),
  z.strictObject({ type: z.literal("email_text_input"), initial_value: z.string().optional(), ...typed }),
  z.strictObject({ type: z.literal("url_text_input"), initial_value: z.string().optional(), ...typed }),
] as const;

const block_id = id;
export const Block = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("section"),
    text: text(LIMITS.sectionText).optional(),
    fields: z.array(text(LIMITS.fieldText)).min(1).max(LIMITS.sectionFields).optional(),
    accessory: z.discriminatedUnion("type", [Button, Overflow, Image, ...choosers]).optional(),
    expand: z.boolean().optional(),
    block_id,
  }),
  z.strictObject({ type: z.literal("header"), text: plain(LIMITS.header), block_id }),
  z.strictObject({ type: z.literal("divider"), block_id }),
  z.strictObject({
    type: z.literal("context"),
    elements: z
      .array(z.discriminatedUnion("type", [plain(LIMITS.sectionText), mrkdwn(LIMITS.sectionText), Image]))
      .min(1)
      .max(LIMITS.contextElements),
    block_id,
  }),
  z.strictObject({
    type: z.literal("actions"),
    elements: z
      .array(z.discriminatedUnion("type", [Button, Overflow, ...choosers]))
      .min(1)
      .max(LIMITS.actionElements),
    block_id,
  }),
  z.strictObject({
    type: z.literal("input"),
    label: plain(LIMITS.label),
    hint: plain(LIMITS.label).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: z.discriminatedUnion("type", [...choosers, ...inputs]),
    block_id,
  }),
  z.strictObject({
    type: z.literal("image"),
    image_url: string(LIMITS.url),
    alt_text: string(LIMITS.altText),
    title: plain(LIMITS.label).optional(),
    block_id,
  }),
  z.strictObject({ type: z.literal("markdown"), text: string(LIMITS.markdown), block_id }),
  z.looseObject({ type: z.literal("rich_text"), elements: z.array(z.looseObject({ type: z.string() })), block_id }),
]);
export type Block = z.infer<typeof Block>;

const titled = plain(LIMITS.viewTitle);
const shared = {
  private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
  callback_id: z.string().max(LIMITS.callbackId).optional(),
  external_id: z.string().max(LIMITS.callbackId).optional(),
  blocks: z.array(Block).min(1).max(LIMITS.viewBlocks),
};
export const ViewArgs = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("modal"),
    title: titled,
    submit: plain(LIMITS.viewButton).optional(),
    close: plain(LIMITS.viewButton).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...shared,
  }),
  z.strictObject({ type: z.literal("home"), ...shared }),
]);
export type ViewArgs = z.infer<typeof ViewArgs>;
