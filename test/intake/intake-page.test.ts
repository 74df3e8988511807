/** Every line of INTAKE.md, and of README's section on it, is run as it stands against the running product. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createIntakeToken } from "../../src/usecases/create-intake-token.ts";
import { type Product, startProduct } from "../support/product.ts";

const root = resolve(import.meta.dirname, "../..");
const ADDRESS = "http://127.0.0.1:3000";
/** Few enough to be exceeded by one test, and enough for what the pages send. */
const RATE = 40;

/** Milliseconds for a page of commands, each a process of its own, on a busy machine. */
const PATIENCE = 90_000;

type Block = { readonly kind: string; readonly text: string };

/** The fenced blocks of a page, or of the section under a heading, in order. */
function blocksOf(file: string, heading?: string): readonly Block[] {
  const page = readFileSync(resolve(root, file), "utf8");
  const section = heading === undefined ? page : page.split(/^## /m).find((one) => one.startsWith(heading));
  return [...(section ?? "").matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind = "", text = ""]) => ({ kind, text }));
}

const BETWEEN = "----- next block -----";

/** Runs the shell's blocks in one shell, as a person pastes them; gives back what each one printed. */
async function run(blocks: readonly Block[], product: Product): Promise<readonly string[]> {
  const script = blocks.map(({ text }) => text.replaceAll(ADDRESS, product.url)).join(`echo; echo '${BETWEEN}'\n`);
  const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: product.database.ownerUrl, SANDBOX: "1" },
  });
  return stdout.split(`\n${BETWEEN}\n`).map((text) => text.trim());
}

/** What a page says is printed, with what was printed in the place of each "…". */
function filledIn({ kind, text }: Block, printed: string): unknown {
  if (kind === "json") return filledJson(JSON.parse(text), JSON.parse(printed));
  const parts = text.trim().split("…");
  const pattern = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^\\n]+?");
  return new RegExp(`^${pattern}$`).test(printed) ? printed : text;
}

function filledJson(said: unknown, printed: unknown): unknown {
  if (said === "…") return typeof printed === "string" ? printed : said;
  if (typeof said !== "object" || said === null) return said;
  const inside = (key: string | number): unknown => (Object(printed) as Record<string, unknown>)[key];
  if (Array.isArray(said)) return said.map((one, place) => filledJson(one, inside(place)));
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, filledJson(value, inside(key))]));
}

let product: Product;
beforeAll(async () => {
  product = await startProduct({ environment: { SANDBOX: "1", INTAKE_RATE: String(RATE) } });
});
// Each page makes its own tokens, under the same names.
afterEach(async () => void (await product.database.owner.sql`update intake_token set name = id::text`));
afterAll(() => product.remove());

it.each([
  [".github/INTAKE.md", undefined, 7],
  ["README.md", "Hand in contacts", 1],
])(
  "%s says what the product answers, line by line",
  async (file, heading, answers) => {
    const blocks = blocksOf(file, heading);
    const printed = await run(
      blocks.filter(({ kind }) => kind === "sh"),
      product,
    );
    const said = blocks.flatMap((block, place) => {
      const shell = blocks.slice(0, place).filter(({ kind }) => kind === "sh").length;
      return block.kind === "sh" ? [] : [{ block, answer: printed[shell - 1] ?? "" }];
    });
    for (const { block, answer } of said)
      expect(block.kind === "json" ? JSON.parse(answer) : answer).toEqual(filledIn(block, answer));
    expect(said).toHaveLength(answers);
  },
  PATIENCE,
);

it("a sender that is refused whole may do as the page says: fewer at a time, or wait and send the same again", async () => {
  const token = await aToken(product);
  const send = (contacts: number, long = "") =>
    fetch(`${product.url}/v1/contacts`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({
        source: "many",
        contacts: Array.from({ length: contacts }, () => ({ id: "x", long })),
      }),
    });
  expect((await send(1_001)).status).toBe(413);
  expect((await send(1, "x".repeat(4 * 1024 * 1024))).status).toBe(413);
  // At once, because a slow machine may let a second go by between two.
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(RATE)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(8 - refused.length);
  expect(refused.length).toBeGreaterThan(0);
  const seconds = Math.max(...refused.map(({ headers }) => Number(headers.get("retry-after"))));
  expect(seconds).toBeGreaterThanOrEqual(1);
  await new Promise((done) => setTimeout(done, seconds * 1_000));
  expect((await send(RATE)).status).toBe(200);
  expect((await fetch(`${product.url}/v1/openapi.json`)).status).toBe(200);
});

async function aToken({ database, now }: Product): Promise<string> {
  const [row] = await database.owner.sql<{ id: string }[]>`select id from organisation where slug = 'harrowdene'`;
  const make = createIntakeToken({ db: database.app, now });
  const made = await make({ organisation: row?.id ?? "", name: "many", sources: [] });
  if (made.code !== "created") throw new Error(made.code);
  return made.token;
}
