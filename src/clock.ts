/** The one clock of the product. Tests may set it; time then goes on from there. */
export type Clock = { readonly now: () => Date; readonly set: (to: Date) => void };

/** A clock that follows the machine's, shifted by what a test asked for. */
export function createClock(): Clock {
  let shift = 0;
  return {
    now: () => new Date(Date.now() + shift),
    set: (to) => {
      shift = to.getTime() - Date.now();
    },
  };
}
