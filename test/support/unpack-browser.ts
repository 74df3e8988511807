/** Started by browser-binary.ts with TMPDIR set: unpacks Chromium, its fonts and the libraries a bare machine lacks. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import chromium, { inflate } from "@sparticuz/chromium";

const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
await chromium.executablePath();
await inflate(join(dirname(entry), "..", "bin", "al2023.tar.br"));
