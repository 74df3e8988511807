/**
 * `npm run pictures`: every card and form of the gallery in both chats, as the sandbox's page draws them at the width of
 * a phone, for somebody to look at. Says where the pictures are, and ends with 1 when a card was not drawn or is too wide.
 */
import { readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join, relative, resolve } from "node:path";
import express, { type Express } from "express";
import type { Page } from "playwright-core";
import { asset } from "../../src/sandbox/page/assets.ts";
import { launchBrowser } from "../support/browser.ts";
import { listenHere } from "../support/local-server.ts";
import type { Sheet } from "./picture.ts";
import { sheets } from "./sheets.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, ".tmp/pictures");
const DRAW = "/test/pictures/browser/draw.ts";

const all = sheets();
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const faults = await takeAll(all);
const shown = all.flatMap(({ pictures }) => pictures).length;
for (const fault of faults) console.log(`FAILED  ${fault}`);
console.log(
  `${all.length} pictures in ${relative(process.cwd(), FOLDER)}: ${shown} cards and forms in Slack, ${shown} in Teams`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

async function takeAll(wanted: readonly Sheet[]): Promise<readonly string[]> {
  const [server, browser] = await Promise.all([listenHere(pageOfPictures()), launchBrowser()]);
  try {
    const page = await browser.newPage({ viewport: { width: 760, height: 900 }, colorScheme: "light" });
    const found: string[] = [];
    for (const sheet of wanted) found.push(...(await take(page, server.address, sheet)));
    return found;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** One picture; gives back what is wrong with it. */
async function take(page: Page, address: string, { name, pictures }: Sheet): Promise<readonly string[]> {
  await page.goto(address);
  const drawn = { from: DRAW, pictures };
  const faults = await page.evaluate<readonly string[], typeof drawn>(
    async ({ from, pictures }) => (await import(from)).draw(pictures),
    drawn,
  );
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  return faults;
}

/** The page's own styles, libraries and modules, without what starts the sandbox in it. */
function pageOfPictures(): Express {
  const app = express();
  app.get("/", (_request, response) => {
    response.type("html").send((asset("index.html")?.text ?? "").replace(/<script type="module".*<\/script>/, ""));
  });
  app.get(DRAW, (_request, response) => {
    response.type("js").send(stripTypeScriptTypes(readFileSync(join(ROOT, DRAW), "utf8")));
  });
  for (const at of ["/-/page/", "/src/sandbox/page/"])
    app.get(`${at}*path`, (request, response) => {
      const found = asset(request.path.slice(at.length));
      if (found) response.type(found.type).send(found.text);
      else response.sendStatus(404);
    });
  return app;
}
