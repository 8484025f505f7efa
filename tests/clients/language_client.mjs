// The library that VS Code's own client stands on: types, framing and cancellation are its, not ours.
import { spawn } from 'node:child_process';
import assert from 'node:assert/strict';
import rpc from 'vscode-languageserver-protocol/node';

const program = process.argv[2];
const uri = 'file:///nowhere/model.conflict';
const text = `conflict "Client"
party A "First 😀"
  option go "Go 😀"
party B
  option stop
status quo none
state won = go, stop
prefer A
  goo
prefer B
  stop
`;

function begin() {
  const child = spawn(program, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = rpc.createProtocolConnection(new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
  connection.listen();
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  return { child, connection, ended };
}

for (const encoding of ['utf-16', 'utf-8']) {
  const { connection, ended } = begin();
  const published = [];
  connection.onNotification(rpc.PublishDiagnosticsNotification.type, (parameters) => published.push(parameters));
  const agreed = await connection.sendRequest(rpc.InitializeRequest.type, {
    processId: process.pid, rootUri: null, capabilities: { general: { positionEncodings: [encoding] } } });
  assert.equal(agreed.capabilities.positionEncoding, encoding);
  await connection.sendNotification(rpc.InitializedNotification.type, {});
  await connection.sendNotification(rpc.DidOpenTextDocumentNotification.type,
    { textDocument: { uri, languageId: 'conflict', version: 1, text } });
  const place = { textDocument: { uri }, position: { line: 8, character: 3 } };
  await connection.sendRequest(rpc.CodeActionRequest.type, { textDocument: { uri },
    range: { start: { line: 8, character: 2 }, end: { line: 8, character: 5 } }, context: { diagnostics: [] } })
    .then((actions) => assert.ok(actions.some((one) => one.edit?.changes?.[uri]?.[0]?.newText === 'go'), JSON.stringify(actions)));
  assert.ok(published.some((one) => one.diagnostics.some((d) => d.severity === 1 && d.range.start.line === 8)));
  // A burst of keys, each with a question; the last one counts.
  const answers = [];
  for (let version = 2; version < 30; ++version) {
    const last = version === 29;
    await connection.sendNotification(rpc.DidChangeTextDocumentNotification.type, { textDocument: { uri, version },
      contentChanges: [{ range: { start: { line: 8, character: 2 }, end: { line: 8, character: 99 } }, text: last ? 'go' : `go${version}` }] });
    answers.push(connection.sendRequest(rpc.HoverRequest.type, place).then((hover) => hover, (problem) => problem.code));
  }
  const seen = await Promise.all(answers);
  assert.match(seen.at(-1).contents.value, /Go 😀/);
  for (const one of seen.slice(0, -1)) assert.ok(one === null || one === -32801, JSON.stringify(one));
  // Cancelled by the client's own token.
  const cancel = new rpc.CancellationTokenSource();
  const lens = connection.sendRequest(rpc.CodeLensRequest.type, { textDocument: { uri } }, cancel.token);
  cancel.cancel();
  await lens.then(() => {}, (problem) => assert.equal(problem.code, -32800));
  const lenses = await connection.sendRequest(rpc.CodeLensRequest.type, { textDocument: { uri } });
  assert.ok(lenses.some((one) => one.command.title.includes('Nash ✓')), JSON.stringify(lenses));
  const renamed = await connection.sendRequest(rpc.RenameRequest.type, { ...place, newName: 'leave' });
  assert.equal(renamed.changes[uri].length, 3);
  const tokens = await connection.sendRequest(rpc.SemanticTokensRequest.type, { textDocument: { uri } });
  assert.equal(tokens.data.length % 5, 0);
  await assert.rejects(connection.sendRequest('textDocument/unheardOf', place), (problem) => problem.code === -32601);
  await connection.sendRequest(rpc.ShutdownRequest.type);
  await connection.sendNotification(rpc.ExitNotification.type);
  assert.equal(await ended, 0);
}

// A client that dies in the middle of a message.
const { child, ended } = begin();
child.stdin.write('Content-Length: 1000\r\n\r\n{"jsonrpc"');
child.stdin.end();
assert.equal(await ended, 1);
console.log('the client of VS Code is answered');
