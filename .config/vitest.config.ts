import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // One PostgreSQL for the run; each test copies its own database from a template.
    globalSetup: ["test/support/global-setup.ts"],
    // The machine that checks this has two cores, and PostgreSQL wants one of them.
    maxWorkers: 2,
    // A test on a real database or browser may wait for it to start; nothing else comes near these.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // `.only` left behind would pass by running nothing else.
    allowOnly: false,
    passWithNoTests: false,
  },
});
