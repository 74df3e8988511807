/** Slack's published limits as a strict schema of the blocks this product uses. Gives back every fault it finds. */
import { z } from "zod";
import type { SlackHome, SlackMessage, SlackView } from "../../../cards/render/slack.ts";

const plain = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(most), emoji: z.literal(false) });
const Run = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1).max(3_000),
  style: z.strictObject({ bold: z.literal(true) }).optional(),
});
const Section = z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(Run).min(1) });
const RichText = z.strictObject({
  type: z.literal("rich_text"),
  elements: z
    .array(
      z.union([
        Section,
        z.strictObject({
          type: z.literal("rich_text_list"),
          style: z.literal("bullet"),
          elements: z.array(Section).min(1),
        }),
        z.strictObject({ type: z.literal("rich_text_quote"), elements: z.array(Run).min(1) }),
      ]),
    )
    .min(1),
});
const Button = z.strictObject({
  type: z.literal("button"),
  action_id: z.string().min(1).max(255),
  text: plain(75),
  value: z.string().min(1).max(2_000),
  style: z.enum(["primary", "danger"]).optional(),
});
const Actions = z.strictObject({
  type: z.literal("actions"),
  elements: z
    .array(Button)
    .min(1)
    .max(25)
    .refine(
      (buttons) => new Set(buttons.map((button) => button.action_id)).size === buttons.length,
      "action ids repeat",
    ),
});
const Block = z.discriminatedUnion("type", [
  RichText,
  z.strictObject({ type: z.literal("header"), text: plain(150) }),
  z.strictObject({ type: z.literal("context"), elements: z.array(plain(3_000)).min(1).max(10) }),
  z.strictObject({ type: z.literal("divider") }),
  z.strictObject({ type: z.literal("section"), text: plain(3_000), accessory: Button }),
  Actions,
]);
const Option = z.strictObject({ text: plain(75), value: z.string().min(1).max(75) });
const value = z.literal("value");
const chosen = (kind: "radio_buttons" | "static_select", most: number) =>
  z.strictObject({
    type: z.literal(kind),
    action_id: value,
    options: z.array(Option).min(1).max(most),
    initial_option: Option.optional(),
  });
const several = (kind: "checkboxes" | "multi_static_select", most: number) =>
  z.strictObject({
    type: z.literal(kind),
    action_id: value,
    options: z.array(Option).min(1).max(most),
    initial_options: z.array(Option).min(1).optional(),
  });
const peopleAction = z.string().regex(/^value:[a-z-]+$/);
const digits = z.string().regex(/^\d+$/);
const Element = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("plain_text_input"),
    action_id: value,
    multiline: z.boolean(),
    max_length: z.number().int().min(1).max(3_000),
    initial_value: z.string().max(3_000).optional(),
  }),
  z.strictObject({
    type: z.literal("number_input"),
    action_id: value,
    is_decimal_allowed: z.literal(false),
    min_value: digits,
    max_value: digits,
    initial_value: digits.optional(),
  }),
  chosen("radio_buttons", 10),
  chosen("static_select", 100),
  several("checkboxes", 10),
  several("multi_static_select", 100),
  z.strictObject({
    type: z.literal("external_select"),
    action_id: peopleAction,
    min_query_length: z.number().int().min(0),
    placeholder: plain(150),
    initial_option: Option.optional(),
  }),
  z.strictObject({
    type: z.literal("multi_external_select"),
    action_id: peopleAction,
    max_selected_items: z.number().int().min(1).max(100),
    min_query_length: z.number().int().min(0),
    placeholder: plain(150),
    initial_options: z.array(Option).min(1).max(100).optional(),
  }),
  z.strictObject({
    type: z.literal("datepicker"),
    action_id: value,
    initial_date: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal("timepicker"),
    action_id: value,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
  }),
]);
const Input = z.strictObject({
  type: z.literal("input"),
  block_id: z.string().min(1).max(255),
  label: plain(2_000),
  optional: z.boolean(),
  hint: plain(2_000).optional(),
  element: Element,
});
const Message = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(3_000 * 5),
  blocks: z.array(Block).min(1).max(50),
  metadata: z.strictObject({ event_type: z.string(), event_payload: z.strictObject({ copy: z.string() }) }),
});
const View = z
  .strictObject({
    type: z.literal("modal"),
    title: plain(24),
    close: plain(24),
    submit: plain(24).optional(),
    callback_id: z.string().min(1).max(255).optional(),
    private_metadata: z.string().max(3_000).optional(),
    blocks: z.array(z.union([Block, Input])).max(100),
  })
  .refine(
    (view) => view.submit !== undefined || !view.blocks.some(({ type }) => type === "input"),
    "inputs without a submit",
  )
  .refine((view) => {
    const ids = view.blocks.flatMap((block) => (block.type === "input" ? [block.block_id] : []));
    return new Set(ids).size === ids.length;
  }, "block ids repeat");
const Home = z.strictObject({ type: z.literal("home"), blocks: z.array(Block).min(1).max(100) });

export function messageFaults(message: SlackMessage): string[] {
  const long = JSON.stringify(message.blocks).length > 13_200 ? ["msg_blocks_too_long"] : [];
  return [...faults(Message.safeParse(message)), ...long];
}

export function viewFaults(view: SlackView | SlackHome): string[] {
  const large = Buffer.byteLength(JSON.stringify(view)) > 250_000 ? ["view_too_large"] : [];
  return [...faults(view.type === "home" ? Home.safeParse(view) : View.safeParse(view)), ...large];
}

function faults(result: z.ZodSafeParseResult<unknown>): string[] {
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}
