// Completion for bash, zsh and fish, written out from the table of verbs.

#include "cli/console.h"
#include "cli/verb.h"

namespace stasis::cli {

namespace {

std::vector<OptionRow> optionsOf(const Verb& verb) {
  std::vector<OptionRow> rows = verb.options;
  rows.insert(rows.end(), commonOptions().begin(), commonOptions().end());
  return rows;
}

std::string verbNames() {
  std::string names;
  for (const Verb& verb : verbs())
    names.append(names.empty() ? "" : " ").append(verb.name);
  return names;
}

std::string choicesOf(const OptionRow& row) {
  std::string words;
  for (const auto choice : row.choices)
    words.append(words.empty() ? "" : " ").append(choice);
  return words;
}

// What follows the operand of a verb: files, or the words it knows.
std::string operandWords(const Verb& verb) {
  if (verb.name == "help")
    return verbNames() + " codes";
  if (verb.name == "completion")
    return "bash zsh fish";
  return {};
}

std::string bash() {
  std::string out =
      "# stasis completion for bash:  source <(stasis completion bash)\n"
      "_stasis() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W '" +
      verbNames() +
      " --help --version' -- \"$cur\"))\n"
      "    return\n"
      "  fi\n"
      "  case \"$verb $prev\" in\n";
  for (const Verb& verb : verbs())
    for (const OptionRow& row : optionsOf(verb))
      if (!row.choices.empty())
        out += "  '" + std::string(verb.name) + " " + std::string(row.name) + "') COMPREPLY=($(compgen -W '" +
               choicesOf(row) + "' -- \"$cur\")); return ;;\n";
  out += "  esac\n  case \"$verb\" in\n";
  for (const Verb& verb : verbs()) {
    std::string words;
    for (const OptionRow& row : optionsOf(verb))
      words.append(words.empty() ? "" : " ").append(row.name);
    out += "  " + std::string(verb.name) + ") if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '" + words +
           "' -- \"$cur\")); return; fi";
    if (const std::string operands = operandWords(verb); !operands.empty())
      out += "; COMPREPLY=($(compgen -W '" + operands + "' -- \"$cur\")); return";
    out += " ;;\n";
  }
  return out +
         "  esac\n  COMPREPLY=($(compgen -f -- \"$cur\"))\n}\ncomplete -o filenames -F _stasis stasis\n";
}

// Text inside single quotes of a shell.
std::string quoted(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '\'' ? "'\\''" : std::string(1, c);
  return out;
}

std::string zshDescription(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':')
      out += '\\';
    out += c;
  }
  return quoted(out);
}

std::string zsh() {
  std::string out = "#compdef stasis\n"
                    "# stasis completion for zsh:  stasis completion zsh > \"${fpath[1]}/_stasis\"\n"
                    "_stasis() {\n"
                    "  local -a verbs\n"
                    "  verbs=(\n";
  for (const Verb& verb : verbs())
    out += "    '" + std::string(verb.name) + ":" + zshDescription(verb.summary) + "'\n";
  out += "  )\n  if (( CURRENT == 2 )); then _describe verb verbs; return; fi\n  case $words[2] in\n";
  for (const Verb& verb : verbs()) {
    out += "  " + std::string(verb.name) + ")\n    _arguments '1:: :' \\\n";
    for (const OptionRow& row : optionsOf(verb)) {
      out += "      '" + std::string(row.repeated ? "*" : "") + std::string(row.name) + "[" +
             zshDescription(row.help) + "]";
      if (!row.value.empty())
        out += ":" + std::string(row.value) + ":" + (row.choices.empty() ? "" : "(" + choicesOf(row) + ")");
      out += "' \\\n";
    }
    const std::string operands = operandWords(verb);
    out += operands.empty() ? "      '*:file:_files' ;;\n" : "      '*:word:(" + operands + ")' ;;\n";
  }
  return out + "  esac\n}\n_stasis \"$@\"\n";
}

std::string fish() {
  std::string out =
      "# stasis completion for fish:  stasis completion fish > ~/.config/fish/completions/stasis.fish\n";
  for (const Verb& verb : verbs())
    out += "complete -c stasis -n __fish_use_subcommand -f -a " + std::string(verb.name) + " -d '" +
           quoted(verb.summary) + "'\n";
  for (const Verb& verb : verbs()) {
    const std::string when =
        "complete -c stasis -n '__fish_seen_subcommand_from " + std::string(verb.name) + "'";
    for (const OptionRow& row : optionsOf(verb)) {
      out += when + " -l " + std::string(row.name.substr(2)) + " -d '" + quoted(row.help) + "'";
      if (!row.alias.empty())
        out += " -s " + std::string(row.alias.substr(1));
      if (!row.value.empty())
        out += row.choices.empty() ? " -r" : " -x -a '" + choicesOf(row) + "'";
      out += "\n";
    }
    if (const std::string operands = operandWords(verb); !operands.empty())
      out.append(when).append(" -f -a '").append(operands).append("'\n");
  }
  return out;
}

Exit completion(const Arguments& arguments, Console& console) {
  const std::string& shell = arguments.operands[0];
  if (shell != "bash" && shell != "zsh" && shell != "fish") {
    console.sayError("no completion for `" + shell + "`", "it is there for bash, zsh and fish");
    return Exit::usage;
  }
  return console.print(shell == "bash" ? bash() : shell == "zsh" ? zsh() : fish()) ? Exit::done : Exit::wrong;
}

} // namespace

Verb completionVerb() {
  Verb verb;
  verb.name = "completion";
  verb.summary = "shell completion for bash, zsh or fish";
  verb.about = "Prints the completion for a shell: verbs, options, their values, files.";
  verb.operands = {{"SHELL", "bash, zsh or fish", true, false, false}};
  verb.examples = {"source <(stasis completion bash)"};
  verb.run = completion;
  return verb;
}

} // namespace stasis::cli
