// Starts `stasis lsp` for models that are open, and shows the brief of a model or its tables beside its text.
'use strict';

const { execFile } = require('node:child_process');
const path = require('node:path');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;
let panel; // the brief, and the text it is of
let shown;
let tables; // of the text last asked for

const program = () => vscode.workspace.getConfiguration('stasis').get('path') || 'stasis';

async function start() {
  if (!vscode.workspace.isTrusted) return;
  const run = { command: program(), args: ['lsp'] };
  client = new LanguageClient('stasis', 'Stasis', { run, debug: run }, {
    documentSelector: [{ language: 'conflict' }],
    middleware: { executeCommand: runCommand },
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.{txt,md,html,json}') },
  });
  try {
    await client.start();
  } catch (problem) {
    client = undefined;
    const settings = 'Open settings';
    const chosen = await vscode.window.showErrorMessage(
      `\`${run.command} lsp\` cannot be started: ${problem.message}. Install Stasis, or say where it is in stasis.path.`, settings);
    if (chosen === settings) vscode.commands.executeCommand('workbench.action.openSettings', 'stasis.path');
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old) await old.stop();
}

// The text as it is in the editor, saved or not; its folder, so that its sources are found.
function brief(document) {
  return new Promise((resolve) => {
    const folder = document.isUntitled ? undefined : path.dirname(document.fileName);
    const child = execFile(program(), ['brief', '-', '--format', 'html', '--timeout', '20s'],
      { cwd: folder, maxBuffer: 1 << 26 }, (problem, out, err) => resolve(problem && !out ? problemPage(err || problem.message) : out));
    child.stdin.on('error', () => {});
    child.stdin.end(document.getText());
  });
}

function problemPage(text) {
  const escaped = text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
  return `<!doctype html><meta charset="utf-8"><pre>${escaped}</pre>`;
}

async function refresh(document) {
  if (!panel || shown !== document.uri.toString()) return;
  const page = await brief(document);
  if (panel && shown === document.uri.toString()) panel.webview.html = page;
}

// The lens above the title asks the server for the tables; what it answers is shown beside the text.
async function runCommand(command, given, next) {
  const answer = await next(command, given);
  if (command === 'stasis.tables' && answer) await showTables(answer.markdown, given[0]);
  return answer;
}

async function showTables(markdown, uri) {
  const html = await vscode.commands.executeCommand('markdown.api.render', markdown);
  tables ??= vscode.window.createWebviewPanel('stasis.tables', 'Tables', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { enableScripts: false });
  tables.onDidDispose(() => { tables = undefined; });
  tables.title = `Tables: ${path.basename(vscode.Uri.parse(uri).fsPath)}`;
  tables.webview.html = `<!doctype html><meta charset="utf-8"><style>table { border-collapse: collapse } th, td { border: 1px solid; padding: 0.2em 0.6em }</style>${html}`;
}

async function showTablesOfText() {
  const document = vscode.window.activeTextEditor?.document;
  if (!client || document?.languageId !== 'conflict') return;
  try {
    await vscode.commands.executeCommand('stasis.tables', document.uri.toString());
  } catch (problem) {
    vscode.window.showErrorMessage(problem.message);
  }
}

async function showBrief() {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || document.languageId !== 'conflict' || !vscode.workspace.isTrusted) return;
  shown = document.uri.toString();
  if (!panel) {
    panel = vscode.window.createWebviewPanel('stasis.brief', 'Brief', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false });
    panel.onDidDispose(() => { panel = undefined; });
  }
  panel.title = `Brief: ${path.basename(document.fileName)}`;
  await refresh(document);
}

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand('stasis.showBrief', showBrief),
    vscode.commands.registerCommand('stasis.showTables', showTablesOfText),
    vscode.commands.registerCommand('stasis.restart', async () => { await stop(); await start(); }),
    vscode.workspace.onDidSaveTextDocument(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(start),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('stasis.path')) { await stop(); await start(); }
    }));
  await start();
};

exports.deactivate = stop;
