// Twenty questions on the gallery, each as an assistant would ask it: the call, how the answer is found in what comes back, and
// the answer. It is compared with what is written here and with what the command line gives.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const program = process.argv[2];
const conflicts = process.env.STASIS_CONFLICTS;
const files = {
  'syria-iraq': 'syria-iraq/syria-iraq.conflict', 'prisoners-dilemma': 'prisoners-dilemma/prisoners-dilemma.conflict',
  'nine-states': 'elmira/nine-states.conflict', 'nine-states-as-graph': 'elmira/nine-states-as-graph.conflict', 'twelve-states': 'elmira/twelve-states.conflict',
  'foreign-troops': 'foreign-troops/foreign-troops.conflict', full: 'foreign-troops/full.conflict',
  'irrevocable-acceptance': 'foreign-troops/irrevocable-acceptance.conflict', 'what-is-open': 'foreign-troops/what-is-open.conflict', 'two-mistakes': 'foreign-troops/two-mistakes.conflict', 'foreign-troops/report.txt': 'foreign-troops/report.txt',
  'north-korea': 'north-korea/north-korea.conflict', 'uruguay-round': 'trade/uruguay-round.conflict',
  'cuban-missile-crisis': 'cuban-missile-crisis/cuban-missile-crisis.conflict', 'garrison-diversion': 'garrison/garrison-diversion.conflict',
  'american-revolution': 'american-revolution/american-revolution.conflict', 'loyal-prisoners': 'prisoners-dilemma/loyal-prisoners.conflict',
  ...Object.fromEntries(['attitudes', 'friends', 'pictures', 'rivals', 'strength', 'unknown'].map((name) => [name, `syria-iraq/${name}.conflict`])),
};
const model = (name) => ({ model: { gallery: name } });
const names = (answer, concept) => answer.equilibria[concept].map((id) => answer.feasible[id - 1].name);

const questions = [
  ['Which outcome of Syria and Iraq can hold by itself?', 'solve', model('syria-iraq'), (a) => names(a, 'nash'), ['war']],
  ['Does waiting hold under any concept there?', 'solve', model('syria-iraq'),
    (a) => Object.keys(a.equilibria).filter((c) => names(a, c).includes('waiting')), ['gmr']],
  ["How many states has the prisoners' dilemma?", 'solve', model('prisoners-dilemma'), (a) => a.states.feasible, '4'],
  ['Is silence of both stable once answers are feared?', 'solve', model('prisoners-dilemma'), (a) => names(a, 'seq').includes('both_silent'), true],
  ['Which states of Elmira, as nine, are equilibria under SEQ?', 'solve', { ...model('nine-states'), concept: 'seq' },
    (a) => a.equilibria.seq, [5, 8, 9]],
  ['How many are feasible with twelve?', 'states', model('twelve-states'), (a) => a.count, '12'],
  ['Are all words cited on foreign troops in the report?', 'check', model('foreign-troops'), (a) => [a.files[0].ok, a.files[0].citations], [true, 27]],
  ['How many states are feasible there?', 'check', model('foreign-troops'), (a) => a.files[0].states, '1824'],
  ['Does today hold there, and why?', 'brief', model('foreign-troops'), (a) => [a.today, a.holds], [true, 'fear']],
  ['How many outcomes can hold at all?', 'brief', model('foreign-troops'), (a) => a.outcomes.holding, '76'],
  ['Which are equilibria under SSEQ?', 'solve', { ...model('foreign-troops'), list: 1 }, (a) => a.equilibria.sseq.count, '4'],
  ['With 26 countries one by one: how many situations are possible?', 'solve', { ...model('full'), concept: 'nash' },
    (a) => a.states.feasible, '12374564689575344232292417536'],
  ['Who can do something from today in Syria and Iraq, and how much?', 'moves', model('syria-iraq'),
    (a) => a.parties.map((p) => [p.party, p.count]), [['Syria', '2'], ['Iraq', '1']]],
  ['Can war be reached by improvements?', 'paths', model('syria-iraq'), (a) => a.groups[0].reachedByImprovements, '1'],
  ['How many changes would make waiting hold under Nash?', 'invert', { ...model('syria-iraq'), concept: 'nash' }, (a) => a.least[0].distance, 1],
  ['How many readings of Syria and Iraq were tried?', 'robust', model('syria-iraq'), (a) => a.solved, 20],
  ['What binds where acceptance is irrevocable that did not before?', 'diff',
    { before: { gallery: 'foreign-troops' }, after: { gallery: 'irrevocable-acceptance' }, concept: 'nash' },
    (a) => a.model.filter((one) => one.thing === 'direction').map((one) => [one.of, one.after]), [['Russia.accept', 'irrevocable']]],
  ['Who speaks first in the report, and what does he do by it?', 'read', { report: { gallery: 'foreign-troops/report.txt' } },
    (a) => [a.statements[0].speaker, a.statements[0].kind], ['Vladimir Putin', 'threat']],
  ['Does North Korea meet all that its source reports?', 'test', model('north-korea'), (a) => a.files[0].expectations.every((e) => e.met), true],
  ['How many Nash equilibria has the Uruguay round?', 'solve', { ...model('uruguay-round'), concept: 'nash' }, (a) => a.equilibria.nash.count, '2256'],
];

function byCommandLine(tool, given) {
  const words = [tool];
  for (const [name, value] of Object.entries(given)) {
    if (value.gallery) words.push(join(conflicts, files[value.gallery]));
    else words.push(`--${name}=${value}`);
  }
  return JSON.parse(spawnSync(program, [...words, '--format=json'], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).stdout);
}

const client = new Client({ name: 'evaluation', version: '1' });
await client.connect(new StdioClientTransport({ command: program, args: ['mcp'] }));

/// The whole answer, put together from its parts.
async function whole(tool, given) {
  const ask = async (more) => {
    const answer = await client.callTool({ name: tool, arguments: { ...given, ...more } }, undefined, { timeout: 120000 });
    assert.equal(answer.isError, false, JSON.stringify(answer));
    assert.ok(JSON.stringify(answer).length < 24000, `${tool} gives ${JSON.stringify(answer).length} bytes at a time`);
    return answer.structuredContent;
  };
  const first = await ask({});
  const cuts = [...first.more];
  let result = first.result;
  while (cuts.length > 0) {
    const { part, from } = cuts.shift();
    const next = await ask({ part, from });
    cuts.push(...next.more);
    const steps = part.split('/').slice(1).map((s) => s.replaceAll('~1', '/').replaceAll('~0', '~'));
    let holder = { root: result };
    let key = 'root';
    for (const step of steps) { holder = holder[key]; key = step; }
    if (typeof next.result === 'string') holder[key] += next.result;
    else if (Array.isArray(next.result)) holder[key].push(...next.result);
    else Object.assign(holder[key], next.result);
    result = key === 'root' ? holder.root : result;
  }
  return result;
}

let right = 0;
for (const [question, tool, given, find, expected] of questions) {
  const long = tool === 'robust' || tool === 'solve' || tool === 'states' || tool === 'diff';
  const answer = find(long && !['full'].includes(given.model?.gallery) ? await whole(tool, given)
    : (await client.callTool({ name: tool, arguments: given }, undefined, { timeout: 120000 })).structuredContent.result);
  assert.deepEqual(answer, expected, question);
  assert.deepEqual(find(byCommandLine(tool, given)), expected, `${question} (command line)`);
  ++right;
}
assert.equal(right, 20);

// Every table of the gallery, whole, as the command line gives it; of the one with 10²⁸ states there are only counts, asked above.
const gallery = (await client.callTool({ name: 'list_models', arguments: {} })).structuredContent.result.gallery;
assert.equal(gallery.length, Object.keys(files).filter((name) => !name.includes('/')).length);
for (const { gallery: name } of gallery)
  if (name !== 'full')
    assert.deepEqual(await whole('solve', model(name)), byCommandLine('solve', model(name)), name);
await client.close();
console.log(`${right} of ${questions.length} questions are answered right`);
