/**
 * The driver's own way to write statements, each run on a connection from the slots. Outside a transaction a statement is
 * awaited, whole or as part of another one; the driver's cursors, streams and listeners are not offered.
 */
import type { Sql } from "postgres";
import type { Slots } from "./slots.ts";

type Started = { readonly execute: () => unknown };

/** `written`: a driver that never connects. It reads the settings, and makes names and parts of statements. */
export function statementsOver(written: Sql, { run, end }: Slots): Sql {
  const statement = (words: TemplateStringsArray | string, ...values: never[]): unknown => {
    if (typeof words === "string" || !("raw" in words)) return written(words as never, ...values);
    const part = written(words, ...values);
    return Object.assign(
      part,
      whenAwaited(() => run((sql) => sql(words, ...values))),
    );
  };
  const unsafe = (...given: Parameters<Sql["unsafe"]>): unknown => {
    const whole = whenAwaited(() => run((sql) => sql.unsafe(...given)));
    const values = () => whenAwaited(() => run((sql) => sql.unsafe(...given).values()));
    return Object.assign(whole, { values });
  };
  const begin = (...given: Parameters<Sql["begin"]>): Promise<unknown> => run((sql) => sql.begin(...given));
  return Object.assign(statement, {
    options: written.options,
    array: (...given: Parameters<Sql["array"]>) => written.array(...given),
    unsafe,
    begin,
    end,
  }) as unknown as Sql;
}

// oxlint-disable unicorn/no-thenable, promise/no-callback-in-promise

/** What runs once, when somebody waits for it. */
function whenAwaited<T>(start: () => Promise<T>): PromiseLike<T> & Started {
  let running: Promise<T> | undefined;
  const once = (): Promise<T> => (running ??= start());
  const self = {
    // biome-ignore lint/suspicious/noThenProperty: as the driver's own, it runs when somebody waits for it
    then: <R, E>(done?: ((value: T) => R) | null, failed?: ((error: unknown) => E) | null) => once().then(done, failed),
    catch: <E>(failed: (error: unknown) => E) => once().catch(failed),
    finally: (last: () => void) => once().finally(last),
    execute: () => {
      once().catch(() => {});
      return self;
    },
  };
  return self as PromiseLike<T> & Started;
}
