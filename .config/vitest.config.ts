import { defineConfig } from "vitest/config";
import { LongFirst } from "../test/support/long-first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // One PostgreSQL for the run; each test copies its own database from a template.
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/seeded.ts"],
    // Two cores; the long files often wait for a deadline, a restart, a card, a browser. With more workers what has to be
    // right within seconds was once late.
    maxWorkers: 3,
    // Files share a worker and what it has loaded. What a test needs of its own is a database, and that it has.
    isolate: false,
    sequence: { sequencer: LongFirst },
    // A test on a real database or browser may wait for it to start; nothing else comes near these.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // `.only` left behind would pass by running nothing else.
    allowOnly: false,
    passWithNoTests: false,
  },
});
