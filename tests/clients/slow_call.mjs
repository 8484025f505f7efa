// A call that takes minutes: three parties, 42 options, weights of which no two sums are alike.
const parties = [0, 1, 2];
const options = Array.from({ length: 42 }, (_, i) => i);
const text = [
  ...parties.flatMap((p) => [`party P${p}`, ...options.filter((i) => Math.floor(i / 14) === p).map((i) => `  option o${i}`)]),
  ...parties.flatMap((p) => [`weigh P${p}`, ...options.map((i) => `  o${i} ${1 + ((i * 7919 + p * 104729) % 9973)}`)]),
  'status quo none', ''].join('\n');
export const slow = { name: 'robust', arguments: { model: { text } } };
