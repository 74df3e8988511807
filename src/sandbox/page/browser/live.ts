/** Follows the changes of the local servers: server-sent events, and polling while those are broken. */
const POLL_MS = 2_000;

type Watch = { readonly mount: string; readonly changed: (mount: string) => void };

/** Calls `changed` after every change. Events that come together count once. */
export function follow({ mount, changed }: Watch): void {
  let poll: ReturnType<typeof setInterval> | undefined;
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      changed(mount);
    }, 40);
  };

  const events = new EventSource(`${mount}/-/events`);
  events.addEventListener("message", soon);
  events.addEventListener("open", () => {
    clearInterval(poll);
    poll = undefined;
  });
  // The browser tries again by itself, except after an answer that is not a stream.
  events.addEventListener("error", () => {
    poll ??= setInterval(soon, POLL_MS);
  });
}
