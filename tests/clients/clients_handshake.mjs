// The official client of the era with a handshake, which checks every answer against its schema.
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { slow } from './slow_call.mjs';

const program = process.argv[2];
const client = new Client({ name: 'test', version: '1' });
await client.connect(new StdioClientTransport({ command: program, args: ['mcp'] }));
assert.equal(client.getServerVersion().name, 'stasis');
const { tools } = await client.listTools(); // from now on answers are checked against the schemas
assert.ok(tools.length > 15);
const solved = await client.callTool({ name: 'solve', arguments: { model: { gallery: 'syria-iraq' } } });
assert.deepEqual(solved.structuredContent.result.equilibria.nash, [6]);
assert.deepEqual(JSON.parse(solved.content[0].text), solved.structuredContent);
const wrong = await client.callTool({ name: 'solve', arguments: { model: { text: 'party A\n  option go\nprefer A\n  goo\n' } } });
assert.equal(wrong.isError, true);
assert.match(JSON.stringify(wrong.structuredContent.problems), /goo/);
const { resources } = await client.listResources();
const language = await client.readResource({ uri: 'stasis://docs/language.md' });
assert.match(language.contents[0].text, /# The language/);
assert.ok(resources.some((one) => one.uri === 'stasis://gallery/syria-iraq'));
const { prompts } = await client.listPrompts();
assert.deepEqual(prompts.map((one) => one.name), ['model_this_report', 'brief_a_mediator']);
const prompt = await client.getPrompt({ name: 'brief_a_mediator', arguments: { model: 'syria-iraq' } });
assert.match(prompt.messages[0].content.text, /syria-iraq/);
// Stopped by the client.
const stop = new AbortController();
const stopped = client.callTool(slow, undefined, { signal: stop.signal });
setTimeout(() => stop.abort(), 200);
await assert.rejects(stopped);
// Progress.
const seen = [];
await client.callTool({ name: 'robust', arguments: { model: { gallery: 'syria-iraq' } } }, undefined,
  { onprogress: (news) => seen.push(news.progress) });
assert.ok(seen.length > 0);
assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
await assert.rejects(client.callTool({ name: 'no_tool', arguments: {} }));
await client.close();
console.log('the client with a handshake is answered');
