/** What somebody typed as a command, for both chats. Slack sends the word by itself, Teams a message that holds it. */
import { COMMANDS, type CommandName, SHORTCUTS, type ShortcutName } from "./desk.ts";

type Typed = { readonly command: CommandName; readonly text: string };

/** The shortcut of this name; `undefined` when it is none of ours. */
export function readShortcut(name: string): ShortcutName | undefined {
  return SHORTCUTS.find((one) => one === name);
}

/** Words that mean a command with words after it; people say what they want before they learn the command. */
const SPOKEN: Readonly<Record<string, Typed>> = {
  "register channel": { command: "contact-register", text: "use-this-channel" },
  "senior channel": { command: "contact-register", text: "use-this-channel-for-seniors" },
  "my work": { command: "contact-register", text: "my-work" },
};

/**
 * The command in what was typed, with or without a slash, in any case, and the words after it, trimmed but otherwise
 * as typed; `undefined` when it begins with no command of ours.
 */
export function readCommand(typed: string): Typed | undefined {
  const words = typed.trim().replace(/^\/\s*/, "");
  const spoken = SPOKEN[words.toLowerCase().replace(/\s+/g, " ")];
  if (spoken) return spoken;

  const first = words.split(/\s/, 1)[0] ?? "";
  const command = COMMANDS.find((name) => name === first.toLowerCase());
  return command && { command, text: words.slice(first.length).trim() };
}
