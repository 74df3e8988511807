/** Windows that somebody waits for: opened with the trigger of a click, or drawn anew by their id. */
import type { ViewsOpenResponse, WebClient } from "@slack/web-api";
import { type SlackView, slackText } from "../../../cards/render/slack.ts";
import type { Log } from "../log.ts";
import { slackError } from "./failure.ts";

/** A place on somebody's screen. */
export type Place = {
  /** Shows a view there; false when Slack did not let us. */
  readonly draw: (view: SlackView) => Promise<boolean>;
  /** Whether a window stands there already. */
  readonly isOpen: boolean;
};

export type Windows = {
  /** A new window: the first drawing uses up the trigger, within 3 s of the click. */
  readonly fresh: (trigger: string) => Place;
  /** The window that was open when the person acted. */
  readonly standing: (view: string) => Place;
};

/** A trigger used up already: the same click was delivered twice, and the other delivery shows the answer. */
const ELSEWHERE = ["exchanged_trigger_id", "trigger_exchanged"];

export function createWindows(client: WebClient, log: Log): Windows {
  const attempt = async (code: string, draw: () => Promise<unknown>): Promise<boolean> => {
    try {
      await draw();
      return true;
    } catch (error) {
      const reason = slackError(error);
      if (ELSEWHERE.includes(reason)) return true;
      log.warn({ reason }, code);
      return false;
    }
  };
  const redraw = (id: string, view: SlackView) =>
    attempt("slack-window-not-redrawn", () => call(client, "views.update", { view_id: id, view }));

  return {
    standing: (id) => ({ draw: (view) => redraw(id, view), isOpen: true }),
    fresh: (trigger) => {
      let id: string | undefined;
      let used = false;
      const open = async (view: SlackView) => {
        used = true;
        id = (await call(client, "views.open", { trigger_id: trigger, view })).view?.id;
      };
      return {
        isOpen: false,
        draw: async (view) => {
          if (id !== undefined) return redraw(id, view);
          return used || attempt("slack-window-not-opened", () => open(view));
        },
      };
    },
  };
}

/**
 * Sends the view as the text that it becomes on the way in any case: from an object the SDK first makes a copy without
 * secrets for its debug log, key by key, while somebody waits.
 */
async function call(
  client: WebClient,
  method: "views.open" | "views.update",
  { view, ...target }: { readonly view: SlackView; readonly trigger_id?: string; readonly view_id?: string },
): Promise<ViewsOpenResponse> {
  return await client.apiCall(method, { ...target, view: slackText(view) });
}
