// Both official clients at the address of one `stasis mcp --http`: the one with a handshake, and the other in its three modes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { Client as Handshaking } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as HandshakingTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { slow } from './slow_call.mjs';

const server = spawn(process.argv[2], ['mcp', '--http'], { stdio: ['ignore', 'pipe', 'inherit'] });
process.on('exit', () => server.kill('SIGKILL'));
const address = await new Promise((resolve) => server.stdout.once('data', (bytes) => resolve(new URL(bytes.toString().trim()))));
const me = { name: 'test', version: '1' };

async function converse(client) {
  assert.ok((await client.listTools()).tools.length > 15);
  const solved = await client.callTool({ name: 'solve', arguments: { model: { gallery: 'syria-iraq' } } });
  assert.deepEqual(solved.structuredContent.result.equilibria.nash, [6]);
  assert.match((await client.readResource({ uri: 'stasis://gallery/syria-iraq' })).contents[0].text, /Syria/);
  assert.equal((await client.listPrompts()).prompts.length, 2);
  await assert.rejects(client.readResource({ uri: 'stasis://gallery/nowhere' }));
}

/// Leaves in the middle of a call; the next one is answered all the same.
async function leave(call) {
  const stop = new AbortController();
  const stopped = call(stop.signal);
  setTimeout(() => stop.abort(), 200);
  await assert.rejects(stopped);
}

const first = new Handshaking(me);
await first.connect(new HandshakingTransport(address));
await converse(first);
const seen = [];
await first.callTool({ name: 'robust', arguments: { model: { gallery: 'syria-iraq' } } }, undefined,
  { onprogress: (news) => seen.push(news.progress) });
assert.ok(seen.length > 0, 'progress is told');
await leave((signal) => first.callTool(slow, undefined, { signal }));
assert.deepEqual(await first.ping(), {});
await first.close();

for (const versionNegotiation of [undefined, { mode: 'auto' }, { mode: { pin: '2026-07-28' } }]) {
  const client = new Client(me, versionNegotiation ? { versionNegotiation } : {});
  await client.connect(new StreamableHTTPClientTransport(address));
  await converse(client);
  await leave((signal) => client.callTool(slow, { signal }));
  await converse(client);
  await client.close();
}
server.kill('SIGINT');
assert.equal(await new Promise((resolve) => server.on('exit', (code) => resolve(code))), 0);
console.log('both clients are answered over HTTP');
