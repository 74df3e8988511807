/** Finds the command, reads its options, runs it, and says in plain words how it ended. */
import { parseArgs } from "node:util";
import { type Command, type Exit, type Given, Misused, type Setting } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { plainError } from "./plain-error.ts";

/** Runs one command line. Never throws; never prints a stack trace or a statement. */
export async function run(line: readonly string[], setting: Setting): Promise<Exit> {
  const command = commandOf(line);
  if (!command) return general(line, setting);
  const rest = line.slice(command.name.split(" ").length);
  if (rest.includes("--help") || rest.includes("-h")) return helpFor(command, setting);
  try {
    return await command.run(setting, read(command, rest));
  } catch (error) {
    return failed(error, command, setting);
  }
}

/** Two words before one: `intake-token list` is not `intake-token`. */
function commandOf(line: readonly string[]): Command | undefined {
  const [first = "", second = ""] = line;
  return COMMANDS.find(({ name }) => name === `${first} ${second}`) ?? COMMANDS.find(({ name }) => name === first);
}

function read({ options, words, usage }: Command, rest: readonly string[]): Given {
  const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  if (positionals.length < words)
    throw new Misused(`${usage.split(" ")[positionals.length] ?? "something"} is missing`);
  const [extra] = positionals.slice(words);
  if (extra !== undefined) throw new Misused(`"${extra}" is too much`);
  return { words: positionals, options: values };
}

function general(line: readonly string[], { say, complain }: Setting): Exit {
  const [first] = line;
  const asked = first === "--help" || first === "-h" || first === "help";
  const print = asked ? say : complain;
  if (first !== undefined && !asked) print(`There is no command "${first}".`);
  print("npm run register -- COMMAND");
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  for (const { name, about } of COMMANDS) print(`  ${name.padEnd(width)}  ${about}`);
  print("npm run register -- COMMAND --help says more.");
  return asked ? 0 : 2;
}

function helpFor({ about, ...command }: Command, { say }: Setting): Exit {
  say(usageOf(command));
  say(about);
  return 0;
}

const usageOf = ({ name, usage }: Pick<Command, "name" | "usage">): string =>
  `npm run register -- ${name} ${usage}`.trim();

function failed(error: unknown, command: Command, { complain }: Setting): Exit {
  const misused = misuse(error);
  complain(misused ?? plainError(error));
  if (misused === undefined) return 1;
  complain(usageOf(command));
  return 2;
}

function misuse(error: unknown): string | undefined {
  if (error instanceof Misused) return `${error.message}.`;
  const parse = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  // The first sentence names the option; what follows is advice on `--` that helps nobody here.
  return parse ? `${error.message.split(". ")[0]?.replace(/\.$/, "")}.` : undefined;
}
