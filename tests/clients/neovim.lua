-- Neovim with its own client, without a screen: what `stasis lsp` says reaches the editor, and what the editor asks is answered.
-- Run by neovim.sh with the program and a folder to work in; prints what is wrong and ends with 1.
local program, folder = vim.env.STASIS, vim.env.STASIS_FOLDER
local path = folder .. '/model.conflict'
local lines = {
  'conflict "Editor"',
  'party A "First 😀"',
  '  option go "Go 😀" irrevocable',
  'party B',
  '  option stop',
  'status quo none',
  'state won = go, stop',
  'prefer A',
  '  goo',
  'prefer B',
  '  stop',
}
vim.fn.writefile(lines, path)
vim.cmd('edit ' .. path)
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = 'stasis', cmd = { program, 'lsp' } })

local function check(condition, what)
  if not condition then
    io.stderr:write('not so: ' .. what .. '\n')
    vim.cmd('cquit 1')
  end
end
local function await(what, condition)
  check(vim.wait(30000, condition, 20), what)
end
local function ask(method, line, column, more)
  local parameters = { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = line, character = column } }
  local answers = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend('force', parameters, more or {}), 30000)
  check(answers and answers[client] and not answers[client].err, method .. ' is answered: ' .. vim.inspect(answers))
  return answers[client].result
end

check(vim.lsp.buf_attach_client(buffer, client), 'the client attaches')
await('the mistake is shown', function() return #vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR }) == 1 end)
check(vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR })[1].lnum == 8, 'the mistake is on its line')

-- A key that mends it, and what is asked right after it.
vim.api.nvim_buf_set_text(buffer, 8, 2, 8, 5, { 'go' })
check(vim.inspect(ask('textDocument/hover', 8, 3)):find('Go 😀', 1, true), 'hover tells the label')
await('the mistake is gone', function() return #vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR }) == 0 end)
check(ask('textDocument/definition', 8, 3)[1].range.start.line == 2, 'the definition is found')

-- Behind a character of two units.
vim.api.nvim_buf_set_text(buffer, 2, #lines[3], 2, #lines[3], { ' # 😀' })
local found = ask('textDocument/references', 8, 3, { context = { includeDeclaration = true } })
check(#found == 3, 'go is called three times: ' .. vim.inspect(found))
local edit = ask('textDocument/rename', 8, 3, { newName = 'leave' })
vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
check(vim.api.nvim_buf_get_lines(buffer, 2, 3, false)[1] == '  option leave "Go 😀" irrevocable # 😀', 'it is renamed where it is declared')
check(vim.api.nvim_buf_get_lines(buffer, 8, 9, false)[1] == '  leave', 'it is renamed where it is called')
local lenses = ask('textDocument/codeLens', 0, 0)
check(vim.inspect(lenses):find('Nash ✓', 1, true), 'a verdict stands above the state: ' .. vim.inspect(lenses))
local items = ask('textDocument/completion', 7, 7)
check(#(items.items or items) == 2, 'two parties are offered')

vim.api.nvim_buf_set_lines(buffer, 3, 3, false, { '', '', '' })
local edits = ask('textDocument/formatting', 0, 0, { options = { tabSize = 2, insertSpaces = true } })
vim.lsp.util.apply_text_edits(edits, buffer, 'utf-16')
check(vim.api.nvim_buf_get_lines(buffer, 4, 5, false)[1] == 'party B', 'the layout is that of fmt')

-- The tables of every model in the gallery are those of the program.
local function tables_of(uri)
  local answers = vim.lsp.buf_request_sync(0, 'workspace/executeCommand', { command = 'stasis.tables', arguments = { uri } }, 60000)
  check(answers and answers[client] and answers[client].result, 'there are tables of ' .. uri .. ': ' .. vim.inspect(answers))
  return answers[client].result
end
for _, model in ipairs(vim.fn.glob(vim.env.STASIS_GALLERY .. '/**/*.conflict', true, true)) do
  vim.cmd('edit! ' .. model)
  check(vim.lsp.buf_attach_client(0, client), 'the client attaches to ' .. model)
  local tables = tables_of(vim.uri_from_bufnr(0))
  local printed = vim.fn.system({ program, 'solve', '--all', '--format', 'md', model })
  check(tables.markdown == printed, 'the tables of ' .. model .. ' are those that solve prints: ' .. tables.markdown .. printed)
  local json = vim.fn.system({ program, 'solve', '--format', 'json', model })
  local solved = vim.json.decode(json, { luanil = { object = true } }) -- as the client reads what it gets
  check(vim.deep_equal(tables.solution, solved), 'the JSON of ' .. model .. ' is that of solve')
end

-- The end is orderly.
vim.lsp.stop_client(client)
await('the server ends', function() return vim.lsp.client_is_stopped(client) end)
vim.cmd('qall!')
