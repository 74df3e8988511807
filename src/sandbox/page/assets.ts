/** The files of the page, read once: browser TypeScript with its types taken off, styles, and the two libraries. */
import { readFileSync } from "node:fs";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { join, normalize, sep } from "node:path";

export type Asset = { readonly type: string; readonly text: string };

const here = import.meta.dirname;
const vendor = createRequire(import.meta.url);

/** The builds for browsers: both set one global, so that no import map and no inline script is needed. */
const LIBRARIES: Readonly<Record<string, string>> = {
  "adaptivecards.js": "adaptivecards/dist/adaptivecards.min.js",
  "adaptivecards.css": "adaptivecards/dist/adaptivecards.css",
};

const made = new Map<string, Asset | undefined>();

/** The file behind an address under `/-/page/`, or nothing for an address that is none of ours. */
export function asset(address: string): Asset | undefined {
  if (!made.has(address)) made.set(address, make(address));
  return made.get(address);
}

function make(address: string): Asset | undefined {
  const [folder = "", ...rest] = address.split("/");
  const name = rest.join("/");
  switch (folder) {
    case "index.html":
      return { type: "text/html; charset=utf-8", text: read("index.html") };
    case "browser":
      return inside("browser", name, ".ts")
        ? { type: "text/javascript; charset=utf-8", text: stripTypeScriptTypes(read(join("browser", name))) }
        : undefined;
    case "styles":
      return inside("styles", name, ".css") ? { type: CSS, text: read(join("styles", name)) } : undefined;
    case "library":
      return library(name);
  }
  return undefined;
}

const CSS = "text/css; charset=utf-8";

function library(name: string): Asset | undefined {
  if (name === "markdown-it.js") {
    const file = vendor.resolve("markdown-it/browser");
    return { type: "text/javascript; charset=utf-8", text: withoutMap(readFileSync(file, "utf8")) };
  }
  const path = LIBRARIES[name];
  if (path === undefined) return undefined;
  const type = name.endsWith(".css") ? CSS : "text/javascript; charset=utf-8";
  return { type, text: withoutMap(readFileSync(vendor.resolve(path), "utf8")) };
}

/** The source maps stay behind, so nobody shall ask for them. */
function withoutMap(text: string): string {
  return text.replace(/^\/[/*]# sourceMappingURL=.*$/m, "");
}

function read(name: string): string {
  return readFileSync(join(here, name), "utf8");
}

/** Only names that stay in their folder, of a file that is there. */
function inside(folder: string, name: string, ending: string): boolean {
  const path = normalize(join(here, folder, name));
  if (!name.endsWith(ending) || !path.startsWith(join(here, folder) + sep)) return false;
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
