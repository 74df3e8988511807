/** Block Kit for the tests of the page. A table of data. */
const plain = (text: string) => ({ type: "plain_text", text, emoji: false });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase().replaceAll(" ", "-") });
const button = (action_id: string, label: string, more: Record<string, unknown> = {}) => ({
  type: "button",
  action_id,
  text: plain(label),
  value: "v",
  ...more,
});
const input = (
  block_id: string,
  label: string,
  element: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({
  type: "input",
  block_id,
  label: plain(label),
  element: { action_id: "value", ...element },
  ...more,
});

export const DECISION = [
  { type: "header", text: plain("Decide: restrict contact for 6 months") },
  {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: [
          { type: "text", text: "Asked by: ", style: { bold: true } },
          { type: "text", text: "Jordan Reid, Housing, 3 March 2026" },
          { type: "text", text: "\nReference: ", style: { bold: true } },
          { type: "text", text: "P-0311" },
        ],
      },
      {
        type: "rich_text_list",
        style: "bullet",
        elements: [
          { type: "rich_text_section", elements: [{ type: "text", text: "Write to or ring one person, Priya Shah" }] },
          {
            type: "rich_text_section",
            elements: [{ type: "text", text: "Everything else is read once and filed <!channel> *as typed*" }],
          },
        ],
      },
    ],
  },
  { type: "context", elements: [plain("1 of 2 decisions so far: D. Okafor approved, 9:14am")] },
  {
    type: "actions",
    elements: [
      button("approve", "Approve", { style: "primary" }),
      button("return", "Return"),
      button("reject", "Reject", {
        style: "danger",
        confirm: {
          title: plain("Reject this?"),
          text: plain("The proposal goes back."),
          confirm: plain("Reject"),
          deny: plain("Keep"),
        },
      }),
    ],
  },
];

export const APPROVED = [
  { type: "header", text: plain("Decided: contact is restricted for 6 months") },
  {
    type: "section",
    text: { type: "mrkdwn", text: "*Approved* by D. Okafor, 3 March 2026, 2:15pm. Nothing more to do, <@U02>." },
  },
];

export const FORM = {
  type: "modal",
  callback_id: "report",
  title: plain("Report a contact"),
  submit: plain("Send"),
  close: plain("Cancel"),
  blocks: [
    { type: "section", text: plain("If you are in danger now, ring 999.") },
    input(
      "who",
      "Who was it?",
      { type: "plain_text_input" },
      { optional: true, hint: plain("Leave it empty if you do not know.") },
    ),
    input(
      "what",
      "What happened?",
      { type: "plain_text_input", multiline: true, max_length: 3000 },
      { hint: plain("Say what you saw and heard.") },
    ),
    input("channel", "How did they reach you?", {
      type: "static_select",
      options: [option("Phone call"), option("E-mail"), option("Visit")],
      initial_option: option("Phone call"),
    }),
    input("when", "When?", { type: "datepicker", initial_date: "2026-03-03" }),
    input("time", "At what time?", { type: "timepicker", initial_time: "10:42" }, { optional: true }),
    input(
      "behaviour",
      "Behaviour",
      { type: "checkboxes", options: [option("Abusive language"), option("Repeated contact"), option("Threat")] },
      { optional: true },
    ),
    input("serious", "Was there a serious threat of violence?", {
      type: "radio_buttons",
      options: [option("No"), option("Yes")],
      initial_option: option("No"),
    }),
    input(
      "count",
      "How many calls?",
      { type: "number_input", is_decimal_allowed: false, min_value: "1", max_value: "99" },
      { optional: true },
    ),
  ],
};

export const SECOND_FORM = {
  type: "modal",
  callback_id: "identifiers",
  title: plain("Whose is it?"),
  submit: plain("Confirm"),
  close: plain("Back"),
  blocks: [
    input("what", "Identifiers", { type: "plain_text_input" }),
    input("kinds", "Kinds", { type: "multi_static_select", options: [option("Phone"), option("E-mail")] }),
  ],
};

export const HOME = {
  type: "home",
  blocks: [
    { type: "header", text: plain("Restricted contact") },
    { type: "section", text: plain("Nothing waits for you.") },
    { type: "actions", elements: [button("report", "Report a contact", { style: "primary" })] },
  ],
};

/** Every block and element that the page draws, in one message. */
export function gallery() {
  return [
    { type: "header", text: plain("Every block") },
    {
      type: "section",
      text: {
        type: "mrkdwn",
        text: "*Bold*, _italic_, ~struck~, `code`, <https://example.org|a link>, <@U01> and <!channel>; 2*3*4 &lt;b&gt;",
      },
      accessory: {
        type: "overflow",
        action_id: "more",
        options: [option("Read the case"), option("Declare an interest")],
      },
    },
    {
      type: "section",
      fields: [
        { type: "mrkdwn", text: "*From*\n4 March 2026" },
        { type: "mrkdwn", text: "*Until*\n4 September 2026" },
      ],
    },
    {
      type: "section",
      text: plain(
        "A supercalifragilisticexpialidocious-word-without-any-place-to-break-that-goes-on-and-on-and-on-and-on-until-the-end",
      ),
      accessory: { type: "image", image_url: "https://example.org/picture.png", alt_text: "A picture elsewhere" },
    },
    { type: "divider" },
    {
      type: "actions",
      elements: [
        {
          type: "static_select",
          action_id: "menu",
          placeholder: plain("Choose a service"),
          options: [option("Housing"), option("Benefits")],
        },
        { type: "datepicker", action_id: "date", placeholder: plain("Choose a date") },
        { type: "external_select", action_id: "find", placeholder: plain("Find a customer"), min_query_length: 1 },
      ],
    },
    ...DECISION.slice(1),
    {
      type: "rich_text",
      elements: [
        {
          type: "rich_text_quote",
          elements: [{ type: "text", text: "I will ring every day\nuntil somebody answers." }],
        },
        { type: "rich_text_preformatted", elements: [{ type: "text", text: "C-1042  07700 900123" }] },
      ],
    },
  ];
}
