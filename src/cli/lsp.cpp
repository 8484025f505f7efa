#include "cli/console.h"
#include "cli/serving_verbs.h"
#include "lsp/server.h"

#include <unistd.h>

namespace stasis::cli {

namespace {

Exit lsp(const Arguments&, Console& console) {
  if (isatty(STDIN_FILENO) != 0)
    console.sayNote("an editor starts `stasis lsp` and speaks to it; docs/editors.md says how");
  return lsp::serve(STDIN_FILENO, STDOUT_FILENO, STASIS_VERSION) == 0 ? Exit::done : Exit::wrong;
}

} // namespace

Verb lspVerb() {
  Verb verb;
  verb.name = "lsp";
  verb.summary = "the language server: models in an editor, with everything it can show";
  verb.about = "Speaks the Language Server Protocol 3.17 on standard input and output: problems as they "
               "are written, hover, completion, definitions, references, renaming, layout, fixes, and "
               "above each named state which concepts hold there. An editor starts it; docs/editors.md "
               "says how in VS Code, Vim and Neovim, Emacs and Helix. It reads the sources that a model "
               "cites and writes no file.";
  // Some editors name the way of talking; there is one.
  verb.options = {{"--stdio", "", "talk on standard input and output; this is always so", {}, ""}};
  verb.examples = {"stasis lsp"};
  verb.run = lsp;
  return verb;
}

} // namespace stasis::cli
