/** Where somebody can be written to is written down when it is news. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { writtenConversations } from "../../src/chat/written-conversations.ts";

const SAM = { chat: "teams", tenant: "northmoor", account: "s.hale" } as const;
const HERE = { id: "a:1", serviceUrl: "https://teams.example/uk/" };

let writes: string[] = [];
let isLinked = true;
const write = async ({ account }: { account: string }, { id }: { id: string }): Promise<boolean> => {
  writes.push(`${account} ${id}`);
  return isLinked;
};
beforeEach(() => {
  writes = [];
  isLinked = true;
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => void vi.useRealTimers());

it("is not written down again while it is as it was", async () => {
  const heard = writtenConversations(write);
  for (let times = 0; times < 3; times += 1) await heard(SAM, HERE);
  expect(writes).toEqual(["s.hale a:1"]);
});

it("is written down when the place, its address or the person is another", async () => {
  const heard = writtenConversations(write);
  await heard(SAM, HERE);
  await heard(SAM, { ...HERE, id: "a:2" });
  await heard(SAM, { id: "a:2", serviceUrl: "https://teams.example/emea/" });
  await heard({ ...SAM, account: "j.reid" }, HERE);
  await heard({ ...SAM, tenant: "southmoor" }, HERE);
  expect(writes).toEqual(["s.hale a:1", "s.hale a:2", "s.hale a:2", "j.reid a:1", "s.hale a:1"]);
});

it("is written down again after a minute: an account may have been taken away and given back", async () => {
  const heard = writtenConversations(write);
  await heard(SAM, HERE);
  vi.advanceTimersByTime(59_000);
  await heard(SAM, HERE);
  expect(writes).toHaveLength(1);
  vi.advanceTimersByTime(2_000);
  await heard(SAM, HERE);
  expect(writes).toHaveLength(2);
});

it("is tried again where it was not written: somebody not linked yet, or no database", async () => {
  const heard = writtenConversations(write);
  isLinked = false;
  await heard(SAM, HERE);
  isLinked = true;
  await heard(SAM, HERE);
  await heard(SAM, HERE);
  expect(writes).toHaveLength(2);
  const lost = writtenConversations(async () => await Promise.reject(new Error("no database")));
  await expect(lost(SAM, HERE)).rejects.toThrow("no database");
  await expect(lost(SAM, HERE)).rejects.toThrow("no database");
});
