/** Adaptive Cards for the tests of the page. A table of data. */
const run = (text: string, more: Record<string, unknown> = {}) => ({ type: "TextRun", text, ...more });
const card = (body: readonly unknown[]) => ({
  type: "AdaptiveCard",
  version: "1.5",
  lang: "en",
  fallbackText: "A card",
  msteams: { width: "Full" },
  body,
});
const heading = (text: string) => ({
  type: "TextBlock",
  text,
  wrap: true,
  style: "heading",
  size: "Medium",
  weight: "Bolder",
});

export const CARD = card([
  heading("This contact is outside an arrangement"),
  {
    type: "TextBlock",
    text: "If anyone may be in **danger**, deal with that first. [Guidance](https://example.org)\n\n# not a heading",
    wrap: true,
  },
  {
    type: "RichTextBlock",
    inlines: [run("Reference: ", { weight: "Bolder" }), run("A-0917 · e-mail, 10:42am today · **as typed**")],
  },
  {
    type: "RichTextBlock",
    separator: true,
    spacing: "Medium",
    inlines: [run("Do not reply. Priya Shah has been told.", { size: "Small", isSubtle: true })],
  },
  {
    type: "ActionSet",
    actions: [
      { type: "Action.Execute", title: "Acknowledge", style: "positive", verb: "acknowledge", data: { i: "1" } },
      { type: "Action.Submit", title: "Report as an incident", data: { msteams: { type: "task/fetch" }, i: "1" } },
      { type: "Action.Submit", title: "Reject", style: "destructive", data: { i: "1" } },
    ],
  },
]);

export const PRESSED = card([
  heading("Acknowledged"),
  { type: "TextBlock", text: "Acknowledged by you, 10:44am.", wrap: true },
]);

/** A form as a dialog. With a fault: a summary, the fault above its field, and what was typed. */
export function dialogCard(what: string, fault?: string) {
  const said = fault ? [{ type: "TextBlock", text: fault, wrap: true, color: "Attention", weight: "Bolder" }] : [];
  return card([
    {
      type: "Container",
      style: "emphasis",
      items: [{ type: "TextBlock", text: "If you are in danger now, ring 999.", wrap: true }],
    },
    { type: "Input.Text", id: "who", label: "Who was it?" },
    ...said,
    {
      type: "Input.Text",
      id: "what",
      label: "What happened?",
      isMultiline: true,
      isRequired: true,
      errorMessage: "Enter an answer.",
      value: what,
    },
    {
      type: "Input.ChoiceSet",
      id: "channel",
      label: "How did they reach you?",
      style: "compact",
      value: "phone",
      choices: [
        { title: "Phone call", value: "phone" },
        { title: "E-mail", value: "email" },
      ],
    },
    {
      type: "Input.ChoiceSet",
      id: "serious",
      label: "Was there a serious threat of violence?",
      style: "expanded",
      value: "no",
      choices: [
        { title: "No", value: "no" },
        { title: "Yes", value: "yes" },
      ],
    },
    {
      type: "Input.ChoiceSet",
      id: "behaviour",
      label: "Behaviour",
      style: "expanded",
      isMultiSelect: true,
      choices: [
        { title: "Abusive language", value: "abusive" },
        { title: "Repeated contact", value: "repeated" },
      ],
    },
    { type: "Input.Date", id: "when", label: "When?", value: "2026-03-03" },
    { type: "Input.Time", id: "time", label: "At what time?", value: "10:42" },
    { type: "Input.Number", id: "count", label: "How many calls?", min: 1, max: 99 },
    {
      type: "ActionSet",
      actions: [{ type: "Action.Submit", title: "Send", style: "positive", data: { form: "report" } }],
    },
  ]);
}
