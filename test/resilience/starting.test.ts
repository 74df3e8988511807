/** Starting and stopping outside the sandbox: what is refused is named, what is kept is kept, who may look may look. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { networkInterfaces } from "node:os";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerWith } from "../cli/register.ts";
import { type Product, START } from "../support/product.ts";
import { countIn } from "./settled.ts";
import { openStand } from "./stand.ts";

const stand = await openStand();
let product: Product;
beforeAll(async () => {
  product = await stand.start();
});
afterAll(() => stand.remove());

/** Starts the product where it is expected to end by itself. */
async function ended(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, START, {
    cwd: resolve(import.meta.dirname, "../.."),
    env: { PATH: process.env["PATH"], PORT: "0", DATABASE_URL: stand.database.ownerUrl, ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

describe("a start that is refused", () => {
  it("names the port that is in use", async () => {
    const { port } = new URL(product.url);
    const { code, output } = await ended({ ...stand.environment, PORT: port });
    expect({ code, output: output.trim() }).toEqual({
      code: 1,
      output: `Port ${port} of 127.0.0.1 is in use. Stop what uses it, or set PORT to another one.`,
    });
  });

  it("names every fault of half a configuration, and starts nothing", async () => {
    const { code, output } = await ended({ SLACK_BOT_TOKEN: "xoxb-1", MICROSOFT_APP_ID: "app", PORT: "many" });
    expect(code).toBe(1);
    for (const name of [
      "PORT must be a number",
      "SLACK_SIGNING_SECRET is missing",
      "SLACK_BOT_ID is missing",
      "SLACK_BOT_USER_ID is missing",
      "MICROSOFT_APP_PASSWORD is missing",
      "MICROSOFT_APP_TENANT_ID is missing",
    ])
      expect(output).toContain(name);
    expect(output).not.toContain("xoxb-1");
  });

  it("refuses a settable clock on a register that is not marked as fictional", async () => {
    const { TEAMS_LOCAL: _local, TEST_DATA: _data, ...slackOnly } = stand.environment;
    const { code, output } = await ended({ ...slackOnly, TEST_CLOCK: "1" });
    expect(code).toBe(1);
    expect(output).toContain("not fictional: harrowdene, strathcaol");
  });
});

describe("the figures", () => {
  it("are for this machine, or for who has the token", async () => {
    const { TEAMS_LOCAL: _local, ...slackOnly } = stand.environment;
    const open = await stand.start({
      ...slackOnly,
      TEAMS_LOCAL: "0",
      HOST: "0.0.0.0",
      TEST_CLOCK: "0",
      METRICS_TOKEN: "figures",
    });
    const { port } = new URL(open.url);
    const status = async (host: string, headers: Record<string, string> = {}) =>
      (await fetch(`http://${host}:${port}/metrics`, { headers })).status;
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ family, internal }) => family === "IPv4" && !internal);

    expect(await status("127.0.0.1")).toBe(200);
    const proxied = { "x-forwarded-for": "192.0.2.7" };
    expect(await status("127.0.0.1", proxied)).toBe(403);
    expect(await status("127.0.0.1", { ...proxied, authorization: "Bearer guess" })).toBe(403);
    expect(await status("127.0.0.1", { ...proxied, authorization: "Bearer figures" })).toBe(200);
    // A machine without a network has no outside to ask from.
    for (const { address } of outside) expect(await status(address)).toBe(403);
    await open.stop();
    stand.use(product);
  });
});

describe("readiness", () => {
  it("is refused while the application's role could switch row-level security off", async () => {
    const ready = async () => (await fetch(`${product.url}/readyz`)).status;
    await expect.poll(ready, { timeout: 5_000 }).toBe(200);
    await stand.database.owner.sql`create table stray (id integer)`;
    await stand.database.owner.sql`alter table stray owner to restricted_contact_app`;
    expect(await ready()).toBe(503);
    await stand.database.owner.sql`drop table stray`;
    expect(await ready()).toBe(200);
  });
});

describe("the doctor of a product with chats", () => {
  const doctor = async (change: Readonly<Record<string, string>> = {}) => {
    const { out, err } = await registerWith(
      { DATABASE_URL: stand.database.ownerUrl, ...stand.environment, ...change },
      "doctor",
    );
    return `${out}${err}`;
  };

  it("asks them, and says of each fault what to do", async () => {
    await stand.breach("strathcaol", "for-the-doctor");
    await stand.teams.person("Agnieszka Nowak").card("outside an arrangement");
    await stand.database.owner.sql`
      update chat_account set account = 'U0NOBODY' where account = 'U0HARROW05'`;
    const said = await doctor();
    expect(said).toContain("chat credentials: Slack takes the token");
    expect(said).toContain("chat credentials: Teams takes the password");
    expect(said).toContain(
      "harrowdene: slack does not know the account of k.doyle@harrowdene.example. Run unlink, then link",
    );
    expect(said).not.toContain("b.price@");
    expect(said).not.toContain("a.nowak@");
    expect(said).toContain("register channel: harrowdene: none chosen");
  });

  it("says that a token is refused, and which setting is missing", async () => {
    const [old, half] = await Promise.all([doctor({ SLACK_BOT_TOKEN: "xoxb-old" }), doctor({ SLACK_BOT_ID: "" })]);
    expect(old).toContain(
      "FAULT  chat credentials: Slack refuses the token. Install the app again and set SLACK_BOT_TOKEN",
    );
    expect(half).toContain("SLACK_BOT_ID is missing");
  });
});

describe("a stop", () => {
  it("goes on when it is asked for twice, ends with 0, and the next start keeps the data", async () => {
    const customers = () => countIn(stand.database, "select count(*)::int from customer");
    const before = await customers();
    const [first, second] = await Promise.all([product.stop(), product.stop()]);
    expect([first, second]).toEqual([0, 0]);
    product = await stand.start();
    expect(await customers()).toBe(before);
    expect(await (await stand.breach("harrowdene", "after-the-restart")).text()).toContain('"outcome":"breach"');
  });
});
