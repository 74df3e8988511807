/** Faults waiting to be injected, for both servers: a test queues them, the next matching call meets them. */
import { Fault, type PendingFault } from "./wire.ts";

/** A fault that strikes one call, as opposed to one that changes the place. */
export type CallFault = Extract<PendingFault, { readonly times: number }>;
export type Called = { readonly call: string; readonly conversation?: string | undefined };

export type Faults = {
  /** Queues a fault, or changes the place at once ("bot-removed", "duplicate-deliveries"). Throws on an unknown kind. */
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  readonly pending: () => readonly PendingFault[];
  /** Takes one strike of the first fault that matches this call. */
  readonly take: (called: Called) => CallFault | undefined;
  readonly duplicating: () => boolean;
};

/** `botIn` is told when the bot leaves or enters a channel. */
export function createFaults(botIn: (conversation: string, present: boolean) => void): Faults {
  let queue: CallFault[] = [];
  let duplicating = false;

  return {
    add: (given) => {
      const fault = Fault.parse(given);
      if ("times" in fault) queue.push(fault);
      else if (fault.kind === "bot-removed") botIn(fault.conversation, false);
      else if (fault.kind === "bot-added") botIn(fault.conversation, true);
      else duplicating = fault.kind === "duplicate-deliveries";
    },
    clear: () => {
      queue = [];
      duplicating = false;
    },
    pending: () => (duplicating ? [...queue, { kind: "duplicate-deliveries" }] : queue),
    take: (called) => {
      const fault = queue.find((one) => matches(one, called));
      if (fault !== undefined) queue = queue.flatMap((one) => (one === fault ? spent(one) : [one]));
      return fault;
    },
    duplicating: () => duplicating,
  };
}

function matches(fault: CallFault, called: Called): boolean {
  if (fault.call !== undefined && fault.call !== called.call) return false;
  return fault.conversation === undefined || fault.conversation === called.conversation;
}

function spent(fault: CallFault): CallFault[] {
  return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
}

/** Waits without keeping the process alive. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
