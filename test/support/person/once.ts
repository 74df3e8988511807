/** Does the work once for each object: what a window shows unchanged is the same object again, and is asked for often. */
export function once<A, B>(work: (given: A) => B): (given: A) => B {
  const done = new WeakMap<object, B>();
  return (given) => {
    if (typeof given !== "object" || given === null) return work(given);
    const found = done.get(given) ?? work(given);
    done.set(given, found);
    return found;
  };
}
