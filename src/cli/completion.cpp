// Completion for bash, zsh and fish, generated from the table of verbs.

#include "cli/console.h"
#include "cli/model_file.h"
#include "cli/topics.h"
#include "cli/verb.h"
#include "language/codes/codes.h"
#include "model/applies.h"
#include "model/concept.h"

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

/// The words an option takes; of a list, those of its default where that has several.
std::string choicesOf(const OptionRow& row) {
  std::string words;
  for (const auto choice : row.choices)
    words.append(words.empty() ? "" : " ").append(choice);
  const bool lists = row.value == "LIST" && row.name != "--concept"; // concepts are asked of the program
  if (row.choices.empty() && lists && row.fallback.find(',') != std::string_view::npos)
    for (const char c : row.fallback)
      words += c == ',' ? ' ' : c;
  return words;
}

// What completes the operand of a verb: file names, or the words it knows.
std::string operandWords(const Verb& verb) {
  if (verb.name == "help") {
    std::string words = verbNames() + " topics codes";
    for (const Topic& topic : topics())
      words.append(" ").append(topic.name);
    return words;
  }
  if (verb.name == "man")
    return verbNames();
  if (verb.name == "completion")
    return "bash zsh fish";
  return {};
}

/// The values of the model that complete an option: `party`, `state`, `concept`, `option`; empty: none.
std::string valuesOf(const OptionRow& row) {
  if (row.name == "--party" || row.name == "--coalition" || row.name == "--speaker")
    return "party";
  if (row.value == "STATE")
    return "state";
  if (row.value == "EXPRESSION")
    return "option";
  return row.name == "--concept" ? "concept" : "";
}

bool takesFile(const OptionRow& row) { return row.value == "FILE" || row.value == "PATH"; }

/// The endings of the files that a verb reads, for shell patterns.
std::string endingsOf(const Verb& verb) {
  if (verb.name == "read" || verb.name == "draft")
    return "txt md";
  if (verb.name == "verify")
    return "json conflict gmcr";
  return "conflict gmcr";
}

/// The case of an option that takes a value: words, values of the model, files, or nothing.
std::string bashValue(const Verb& verb, const OptionRow& row) {
  const std::string words = choicesOf(row);
  const std::string values = valuesOf(row);
  std::string when = "  '" + std::string(verb.name) + " " + std::string(row.name) + "'";
  if (!row.alias.empty())
    when += "|'" + std::string(verb.name) + " " + std::string(row.alias) + "'";
  const std::string does = !words.empty()          ? "COMPREPLY=($(compgen -W '" + words + "' -- \"$cur\")); "
                           : !values.empty()       ? "_stasis_values " + values + " \"$cur\"; "
                           : row.value == "MODEL"  ? std::string("_stasis_files conflict gmcr; ")
                           : row.value == "FOLDER" ? std::string("COMPREPLY=($(compgen -d -- \"$cur\")); ")
                           : takesFile(row)        ? std::string("COMPREPLY=($(compgen -f -- \"$cur\")); ")
                                                   : std::string();
  return when + ") " + does + "return ;;\n";
}

std::string bash() {
  std::string out =
      "# stasis completion for bash:  source <(stasis completion bash)\n"
      "_stasis_values() {\n"
      "  local word file=\n"
      "  for word in \"${COMP_WORDS[@]:2}\"; do case $word in *.conflict|*.gmcr) file=$word ;; esac; done\n"
      "  local IFS=$'\\n'\n"
      "  COMPREPLY=($(compgen -W \"$(stasis completion --values \"$1\" ${file:+\"$file\"} 2>/dev/null)\" -- "
      "\"$2\"))\n"
      "}\n"
      "_stasis_files() {\n"
      "  local ending IFS=$'\\n'\n"
      "  COMPREPLY=($(compgen -d -- \"$cur\"))\n"
      "  for ending in \"$@\"; do COMPREPLY+=($(compgen -f -X \"!*.$ending\" -- \"$cur\")); done\n"
      "}\n"
      "_stasis() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}\n"
      "  COMPREPLY=()\n"
      "  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
      "  [[ ${COMP_WORDS[COMP_CWORD]} == = ]] && prev=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W '" +
      verbNames() +
      " --help --version' -- \"$cur\"))\n"
      "    return\n"
      "  fi\n"
      "  case \"$verb $prev\" in\n";
  for (const Verb& verb : verbs())
    for (const OptionRow& row : optionsOf(verb))
      if (!row.value.empty())
        out += bashValue(verb, row);
  out += "  esac\n  case \"$verb\" in\n";
  for (const Verb& verb : verbs()) {
    std::string words;
    for (const OptionRow& row : optionsOf(verb))
      words.append(words.empty() ? "" : " ").append(row.name);
    out += "  " + std::string(verb.name) + ") if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '" + words +
           "' -- \"$cur\")); return; fi";
    if (verb.name == "help")
      out += "; if [[ $cur == [sS]0* ]]; then _stasis_values code \"${cur^^}\"; return; fi";
    if (const std::string operands = operandWords(verb); !operands.empty())
      out += "; COMPREPLY=($(compgen -W '" + operands + "' -- \"$cur\")); return";
    else
      out += "; _stasis_files " + endingsOf(verb) + "; return";
    out += " ;;\n";
  }
  return out + "  esac\n}\ncomplete -o filenames -F _stasis stasis\n";
}

// Text between single quotes for a shell.
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

std::string zshOption(const OptionRow& row, std::string_view name) {
  std::string out = "      '" + std::string(row.repeated ? "*" : "") + std::string(name) + "[" +
                    zshDescription(row.help) + "]";
  if (!row.value.empty())
    out += ":" + std::string(row.value) + ":" +
           (!choicesOf(row).empty()  ? "(" + choicesOf(row) + ")"
            : !valuesOf(row).empty() ? "{_stasis_values " + valuesOf(row) + "}"
            : row.value == "MODEL"   ? std::string("_files -g \"*.(conflict|gmcr)\"")
            : row.value == "FOLDER"  ? std::string("_files -/")
            : takesFile(row)         ? std::string("_files")
                                     : std::string());
  return out + "' \\\n";
}

std::string zsh() {
  std::string out = "#compdef stasis\n"
                    "# stasis completion for zsh:  stasis completion zsh > \"${fpath[1]}/_stasis\"\n"
                    "_stasis_values() {\n"
                    "  local word file=\n"
                    "  for word in $words; do case $word in *.conflict|*.gmcr) file=$word ;; esac; done\n"
                    "  local -a found\n"
                    "  found=(${(f)\"$(stasis completion --values $1 ${file:+$file} 2>/dev/null)\"})\n"
                    "  compadd -- $found\n"
                    "}\n"
                    "_stasis() {\n"
                    "  local -a verbs\n"
                    "  verbs=(\n";
  for (const Verb& verb : verbs())
    out += "    '" + std::string(verb.name) + ":" + zshDescription(verb.summary) + "'\n";
  out += "  )\n  if (( CURRENT == 2 )); then _describe verb verbs; return; fi\n  case $words[2] in\n";
  for (const Verb& verb : verbs()) {
    out += "  " + std::string(verb.name) + ")\n    _arguments '1:: :' \\\n";
    for (const OptionRow& row : optionsOf(verb)) {
      out += zshOption(row, row.name);
      if (!row.alias.empty())
        out += zshOption(row, row.alias);
    }
    const std::string operands = operandWords(verb);
    std::string globs;
    for (const char c : endingsOf(verb))
      globs += c == ' ' ? '|' : c;
    out += operands.empty()      ? "      '*:file:_files -g \"*.(" + globs + ")\"' ;;\n"
           : verb.name == "help" ? "      '*:word:{compadd -- " + operands +
                                       " ${(f)\"$(stasis completion --values code)\"}}' ;;\n"
                                 : "      '*:word:(" + operands + ")' ;;\n";
  }
  return out + "  esac\n}\n_stasis \"$@\"\n";
}

std::string fish() {
  std::string out =
      "# stasis completion for fish:  stasis completion fish > ~/.config/fish/completions/stasis.fish\n"
      "function __stasis_values\n"
      "  set -l file\n"
      "  for word in (commandline -opc)\n"
      "    string match -qr '\\.(conflict|gmcr)$' -- $word; and set file $word\n"
      "  end\n"
      "  stasis completion --values $argv[1] $file 2>/dev/null\n"
      "end\n"
      "function __stasis_files\n"
      "  set -l word (commandline -ct)\n"
      "  for item in $word*/\n"
      "    echo $item\n"
      "  end\n"
      "  for ending in $argv\n"
      "    for item in $word*.$ending\n"
      "      echo $item\n"
      "    end\n"
      "  end\n"
      "end\n";
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
        out += !choicesOf(row).empty()  ? " -x -a '" + choicesOf(row) + "'"
               : !valuesOf(row).empty() ? " -x -a '(__stasis_values " + valuesOf(row) + ")'"
               : row.value == "MODEL"   ? std::string(" -x -a '(__stasis_files conflict gmcr)'")
               : row.value == "FOLDER"  ? std::string(" -x -a '(__fish_complete_directories)'")
               : takesFile(row)         ? std::string(" -r -F")
                                        : std::string(" -x");
      out += "\n";
    }
    if (const std::string operands = operandWords(verb); !operands.empty())
      out.append(when)
          .append(" -f -a '")
          .append(operands)
          .append(verb.name == "help" ? " (__stasis_values code)" : "")
          .append("'\n");
    else
      out.append(when).append(" -f -a '(__stasis_files ").append(endingsOf(verb)).append(")'\n");
  }
  return out;
}

/// All values of a kind that a model or the program knows, one a line.
std::string values(const std::string& kind, const Arguments& arguments, Console& console) {
  std::string out;
  const auto add = [&](std::string_view word) { out.append(word) += '\n'; };
  if (kind == "concept")
    for (const auto& row : model::allConcepts())
      add(row.key);
  if (kind == "concept") {
    for (const auto& family : model::families())
      add(family.key);
    add("all");
    add("default");
  }
  if (kind == "code")
    for (const auto& code : language::codes())
      add(code.code);
  if (kind == "state")
    add("status-quo");
  const auto file = arguments.operands.empty() ? std::nullopt : readModel(arguments.operands[0], console);
  if (!file || !file->conflict)
    return out;
  if (kind == "concept")
    for (const auto led : model::ledConceptsOf(*file->conflict))
      add(row(led).key);
  if (kind == "party") {
    for (const auto& family : file->conflict->families)
      add(family.name);
    for (const auto& party : file->conflict->parties)
      add(party.name);
  }
  if (kind == "option") {
    for (std::size_t i = 0; i < file->conflict->options.size(); ++i)
      add(file->conflict->nameOf(model::OptionId(i)));
    for (const auto& define : file->conflict->defines)
      add(define.name);
  }
  if (kind == "state") {
    for (const auto& state : file->conflict->named)
      add(state.name);
    for (const auto& state : file->conflict->listed)
      add(state.name);
  }
  return out;
}

Exit completion(const Arguments& arguments, Console& console) {
  if (arguments.has("--values"))
    return console.print(values(arguments.value("--values"), arguments, console)) ? Exit::done : Exit::wrong;
  const std::string shell = arguments.operands.empty() ? "" : arguments.operands[0];
  if (shell != "bash" && shell != "zsh" && shell != "fish") {
    console.sayError(shell.empty() ? "`stasis completion` needs SHELL" : "no completion for `" + shell + "`",
                     "it is there for bash, zsh and fish");
    return Exit::usage;
  }
  return console.print(shell == "bash" ? bash() : shell == "zsh" ? zsh() : fish()) ? Exit::done : Exit::wrong;
}

} // namespace

Verb completionVerb() {
  Verb verb;
  verb.name = "completion";
  verb.summary = "shell completion for bash, zsh or fish";
  verb.about = "Prints the completion for a shell: verbs, options, their values (concepts; parties, states "
               "and options of the model on the line; codes), and the files a verb reads.";
  verb.operands = {{"SHELL", "bash, zsh or fish", false, false, false}};
  verb.options = {{"--values",
                   "KIND",
                   "print what completes a value; SHELL is then a model",
                   {"concept", "party", "state", "option", "code"},
                   ""}};
  verb.examples = {"source <(stasis completion bash)"};
  verb.run = completion;
  return verb;
}

} // namespace stasis::cli
