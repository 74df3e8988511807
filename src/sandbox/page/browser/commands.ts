/** What can be typed, and in Teams the app's own actions. A table, in the words of the manifests. */
export const COMMANDS = ["/report-contact", "/check-contact", "/contact-register"] as const;

/** The command to begin with, named by the empty conversation. */
export const FIRST_COMMAND = COMMANDS[0];

/** What the app lets people say of a message; Slack's menu holds 24 characters. */
export const MESSAGE_ACTIONS = [
  {
    action: "screen-contact",
    label: { slack: "Contact from a customer", teams: "This is contact from a customer" },
  },
] as const;

/** Message-extension actions of Teams: the same words from the menu of the message box open a dialog at once. */
export const TEAMS_ACTIONS = [
  { command: "report-contact", label: "Report a contact" },
  { command: "check-contact", label: "Check a contact" },
] as const;
