/** What has to be ended when the bench ends, however it ends. */
export type Closing = {
  /** Remembers how something that was just opened is ended. */
  readonly add: (close: () => Promise<void>) => void;
  /** Ends everything, the youngest first. */
  readonly all: () => Promise<void>;
};

export function createClosing(): Closing {
  const closing = createStack();
  process.once("SIGINT", () => void closing.all().finally(() => process.exit(130)));
  return closing;
}

/** Ends what was opened for `work` when that is done, or earlier with everything else. */
export async function whileOpen<T>(outer: Closing, work: (closing: Closing) => Promise<T>): Promise<T> {
  const closing = createStack();
  outer.add(closing.all);
  try {
    return await work(closing);
  } finally {
    await closing.all();
  }
}

function createStack(): Closing {
  const opened: (() => Promise<void>)[] = [];
  return {
    add: (close) => void opened.push(close),
    all: async () => {
      for (let close = opened.pop(); close; close = opened.pop()) await close();
    },
  };
}
