import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCommand } from "../../src/chat/commands.ts";
import { COMMANDS } from "../../src/chat/desk.ts";

describe("what is typed as a command", () => {
  it.each([
    ["/report-contact", { command: "report-contact", text: "" }],
    ["report-contact ", { command: "report-contact", text: "" }],
    ["  /Check-Contact   C-1042 ", { command: "check-contact", text: "C-1042" }],
    ["check-contact\nC-1042", { command: "check-contact", text: "C-1042" }],
    ["/contact-register use-this-channel", { command: "contact-register", text: "use-this-channel" }],
    ["senior channel", { command: "contact-register", text: "use-this-channel-for-seniors" }],
    ["Register  channel", { command: "contact-register", text: "use-this-channel" }],
    ["/check-contact <!channel> & so on", { command: "check-contact", text: "<!channel> & so on" }],
  ])("%s", (typed, read) => {
    expect(readCommand(typed)).toEqual(read);
  });

  it.each(["", "/", "hello", "report-contacts", "please report-contact", "register channel now", "toString"])(
    "is none of ours: %s",
    (typed) => {
      expect(readCommand(typed)).toBeUndefined();
    },
  );

  it("keeps the words after it as typed, but for the space around them", () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMANDS), fc.string({ unit: "grapheme" }), (command, text) => {
        expect(readCommand(`/${command} ${text}`)).toEqual({ command, text: text.trim() });
      }),
    );
  });
});
