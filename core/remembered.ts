/** A sheet of thousands of rows has a handful of statuses, customers and labels: what was understood once is not worked out again. */

/** What is worked out when it is first asked for, and then kept. */
export function once<Answer>(answer: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | null = null;
  return () => {
    known ??= { answer: answer() };
    return known.answer;
  };
}

/** A function that remembers its answers, by key; `undefined` is no answer. */
export function remembered<Key, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) {
      found = answer(key);
      known.set(key, found);
    }
    return found;
  };
}
