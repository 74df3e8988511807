/** What has to be ended when the bench ends, however it ends. */
export type Closing = {
  /** Remembers how something that was just opened is ended. */
  readonly add: (close: () => Promise<void>) => void;
  /** Ends everything, the youngest first. */
  readonly all: () => Promise<void>;
};

export function createClosing(): Closing {
  const opened: (() => Promise<void>)[] = [];
  const all = async (): Promise<void> => {
    for (let close = opened.pop(); close; close = opened.pop()) await close();
  };
  process.once("SIGINT", () => void all().finally(() => process.exit(130)));
  return { add: (close) => void opened.push(close), all };
}
