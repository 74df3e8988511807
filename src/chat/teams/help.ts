/** What the app says when it is added, and when it is told something that it does not know. */
import { randomUUID } from "node:crypto";
import type { Card } from "../../../cards/model.ts";

/** Each help card opens forms of its own. */
export function help(title: string): Card {
  const target = { id: randomUUID(), version: 0 };
  return {
    title,
    notification: "What you can do here.",
    body: [
      { kind: "line", spans: ["Write one of these words, or press a button."] },
      {
        kind: "list",
        items: [
          [{ strong: "report-contact" }, " to report a contact"],
          [{ strong: "check-contact" }, " and a reference, to ask how a customer may be dealt with"],
          [{ strong: "my work" }, " to see what waits for you"],
          [{ strong: "contact-register" }, " to open the register, if it is your work"],
          [
            { strong: "contact-register find" },
            " to search it, with a reference or nothing: names are typed in the form, never here",
          ],
          [{ strong: "contact-register delegate" }, " to say who stands in while you are away"],
          [{ strong: "contact-register staff" }, " for accounts and roles, if you are an administrator"],
          [{ strong: "register channel" }, " in a private channel, to make it the register's"],
          [{ strong: "senior channel" }, " in a private channel, to make it the senior staff's"],
        ],
      },
    ],
    buttons: [
      { action: "report", label: "Report a contact", style: "primary", opens: "form", target },
      { action: "check", label: "Check a contact", opens: "form", target },
    ],
  };
}
