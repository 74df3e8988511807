import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate --name WHAT` writes the next migration from the schema; the hand-written ones carry what it cannot. */
export default defineConfig({ dialect: "postgresql", schema: "./db/schema/index.ts", out: "./db/migrations" });
