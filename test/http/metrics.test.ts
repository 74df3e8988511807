/** `GET /metrics`: the figures of the sources, whatever their names hold. */
import { once } from "node:events";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMetrics, type SourceFigures } from "../../src/http/metrics.ts";

let url = "";
let close: () => void;
let figures: readonly SourceFigures[] = [];
beforeAll(async () => {
  const { router } = createMetrics({
    token: undefined,
    backlog: () => Promise.resolve([]),
    sources: () => Promise.resolve(figures),
  });
  const server = express().use(router).listen(0, "127.0.0.1");
  await once(server, "listening");
  close = () => void server.close();
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/metrics`;
});
afterAll(() => close());

/** The lines of the sources, without the others. */
async function lines(): Promise<readonly string[]> {
  const text = await (await fetch(url)).text();
  return text.split("\n").filter((line) => line.startsWith("source_"));
}
const named = (source: string): SourceFigures => ({ organisation: "northmoor", source, quietFor: 1, silent: false });

describe("sources", () => {
  it("have the seconds since their last contact, and whether they are silent", async () => {
    figures = [
      { ...named("phone-system"), quietFor: 2_460.5, silent: true },
      { ...named("web-form"), organisation: "marlowick" },
      { ...named("mail-gateway"), quietFor: null, silent: true },
    ];
    expect(await lines()).toEqual([
      'source_silent{organisation="northmoor",source="phone-system"} 1',
      'source_silent{organisation="marlowick",source="web-form"} 0',
      'source_silent{organisation="northmoor",source="mail-gateway"} 1',
      'source_last_contact_seconds{organisation="northmoor",source="phone-system"} 2460.5',
      'source_last_contact_seconds{organisation="marlowick",source="web-form"} 1',
    ]);
  });

  it("that are not expected any more are gone", async () => {
    figures = [];
    expect(await lines()).toEqual([]);
  });

  it.each([
    [
      'a"} 1\nsource_silent{x="',
      /^source_silent\{organisation="northmoor",source="a__ 1_source_silent_x__#[0-9a-f]{8}"\} 0$/,
    ],
    ["x".repeat(200), /^source_silent\{organisation="northmoor",source="x{60}#[0-9a-f]{8}"\} 0$/],
    ["Straße 7: mail", /^source_silent\{organisation="northmoor",source="Straße 7: mail"\} 0$/],
  ])("have a label that is plain and short: %j", async (source, expected) => {
    figures = [named(source)];
    const [first, ...more] = await lines();
    expect(first).toMatch(expected);
    expect(more).toHaveLength(1);
  });

  it("stay apart when their labels are cut", async () => {
    figures = [named(`${"x".repeat(70)}1`), named(`${"x".repeat(70)}2`)];
    expect(new Set(await lines()).size).toBe(4);
  });
});
