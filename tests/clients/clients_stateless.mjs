// The official client of the era without a handshake, in its three modes: as of old, finding out, and pinned.
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const program = process.argv[2];
const modes = [undefined, { mode: 'auto' }, { mode: { pin: '2026-07-28' } }];
for (const versionNegotiation of modes) {
  const client = new Client({ name: 'test', version: '1' }, versionNegotiation ? { versionNegotiation } : {});
  await client.connect(new StdioClientTransport({ command: program, args: ['mcp'] }));
  const { tools } = await client.listTools();
  assert.ok(tools.length > 15);
  const solved = await client.callTool({ name: 'solve', arguments: { model: { gallery: 'syria-iraq' } } });
  assert.deepEqual(solved.structuredContent.result.equilibria.nash, [6]);
  const wrong = await client.callTool({ name: 'check', arguments: { model: { text: 'party' } } });
  assert.ok(JSON.stringify(wrong.structuredContent).includes('S0'));
  assert.ok((await client.listResources()).resources.length > 10);
  assert.match((await client.readResource({ uri: 'stasis://gallery/syria-iraq' })).contents[0].text, /Syria/);
  assert.equal((await client.listPrompts()).prompts.length, 2);
  await assert.rejects(client.readResource({ uri: 'stasis://gallery/nowhere' }));
  await client.close();
}
console.log('the client without a handshake is answered in three modes');
