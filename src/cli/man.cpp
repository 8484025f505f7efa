// The manual page, generated from the table of verbs.

#include "cli/console.h"
#include "cli/files.h"
#include "cli/topics.h"
#include "cli/verb.h"

#include <filesystem>

namespace stasis::cli {

namespace {

// Text for troff: no line starts a request, and hyphens stay hyphens.
std::string troff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n'))
      out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

std::string optionEntry(const OptionRow& row) {
  std::string out = ".TP\n";
  if (!row.alias.empty())
    out += "\\fB" + troff(row.alias) + "\\fR, ";
  out += "\\fB" + troff(row.name) + "\\fR";
  if (!row.value.empty())
    out += " \\fI" + troff(row.value) + "\\fR";
  out += "\n" + troff(row.help);
  for (std::size_t i = 0; i < row.choices.size(); ++i)
    out += (i == 0 ? ": " : ", ") + troff(row.choices[i]);
  return out + (row.fallback.empty() ? "" : " (" + troff(row.fallback) + ")") + ".\n";
}

std::string verbSection(const Verb& verb) {
  std::string out = ".SS \"stasis " + troff(verb.name);
  for (const OperandRow& row : verb.operands)
    out += " " + std::string(row.required ? "" : "[") + troff(row.name) + (row.repeated ? "..." : "") +
           (row.required ? "" : "]");
  out += " [options]\"\n" + troff(verb.about) + "\n";
  for (const OptionRow& row : verb.options)
    out += optionEntry(row);
  for (const auto example : verb.examples)
    out += ".PP\n.nf\n.RS\n" + troff(example) + "\n.RE\n.fi\n";
  return out;
}

std::string exitStatus() {
  return ".SH EXIT STATUS\n.TP\n0\ndone; that there is no equilibrium is an answer\n.TP\n1\nthe input is "
         "wrong or an expectation failed\n"
         ".TP\n2\nwrong usage\n.TP\n3\na stated limit was reached; what was finished is reported\n.TP\n70\na "
         "defect of the program\n"
         ".TP\n130\ninterrupted\n";
}

/// One page of the whole program.
std::string programPage() {
  std::string out = ".TH STASIS 1 \"\" \"stasis " STASIS_VERSION "\" \"User Commands\"\n"
                    ".SH NAME\nstasis \\- what can hold in a conflict, for whom, and why\n"
                    ".SH SYNOPSIS\n.B stasis\n.I VERB FILE\n[options]\n"
                    ".SH DESCRIPTION\n"
                    "Computes which states of a conflict are stable for which party under the solution "
                    "concepts of the graph model\n"
                    "for conflict resolution: Nash, GMR, SMR, SEQ and SSEQ. A conflict is a text file in the "
                    ".conflict language, or\n"
                    "a .gmcr file of GMCR+; \\fB\\-\\fR is standard input.\n"
                    ".SH VERBS\n";
  for (const Verb& verb : verbs())
    out += verbSection(verb);
  out += ".SH TOPICS\n";
  for (const Topic& topic : topics())
    out += ".TP\n\\fB" + troff(topic.title) + "\\fR\n" + troff(topic.plain) + "\n" + troff(topic.definition) +
           "\n";
  out += ".SH COMMON OPTIONS\n";
  for (const OptionRow& row : commonOptions())
    out += optionEntry(row);
  return out + exitStatus() +
         ".SH ENVIRONMENT\n.TP\nNO_COLOR\nno colour, whatever the terminal\n.TP\nCOLUMNS\nthe width of the "
         "page "
         "where there is no terminal\n.TP\nSTASIS_PROGRESS\nthe number of a descriptor for progress as lines "
         "of "
         "JSON\n";
}

/// The page of one verb, for `man stasis-solve`.
std::string verbPage(const Verb& verb) {
  const std::string name = "stasis-" + std::string(verb.name);
  std::string out = ".TH " + troff(name) +
                    " 1 \"\" \"stasis " STASIS_VERSION "\" \"User Commands\"\n.SH NAME\n" + troff(name) +
                    " \\- " + troff(verb.summary) + "\n.SH SYNOPSIS\n.B stasis " + troff(verb.name) + "\n";
  for (const OperandRow& row : verb.operands)
    out += std::string(".I ") + (row.required ? "" : "[") + troff(row.name) + (row.repeated ? "..." : "") +
           (row.required ? "" : "]") + "\n";
  out += "[options]\n.SH DESCRIPTION\n" + troff(verb.about) + "\n.SH OPTIONS\n";
  for (const OperandRow& row : verb.operands)
    out += ".TP\n\\fI" + troff(row.name) + "\\fR\n" + troff(row.help) + ".\n";
  for (const OptionRow& row : verb.options)
    out += optionEntry(row);
  for (const OptionRow& row : commonOptions())
    out += optionEntry(row);
  out += verb.examples.empty() ? "" : ".SH EXAMPLES\n";
  for (const auto example : verb.examples)
    out += ".nf\n.RS\n" + troff(example) + "\n.RE\n.fi\n";
  return out + exitStatus() + ".SH SEE ALSO\n\\fBstasis\\fR(1), \\fBstasis\\-help\\fR(1)\n";
}

/// Writes every page into a folder, for `make install`.
Exit writePages(const std::string& folder, Console& console) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!writeFile(folder + "/stasis.1", programPage(), true, console))
    return Exit::wrong;
  for (const Verb& verb : verbs())
    if (!writeFile(folder + "/stasis-" + std::string(verb.name) + ".1", verbPage(verb), true, console))
      return Exit::wrong;
  return Exit::done;
}

Exit man(const Arguments& arguments, Console& console) {
  if (arguments.has("--into"))
    return writePages(arguments.value("--into"), console);
  if (arguments.operands.empty())
    return console.print(programPage()) ? Exit::done : Exit::wrong;
  const Verb* verb = findVerb(arguments.operands[0]);
  if (verb == nullptr) {
    console.sayError("stasis has no verb `" + arguments.operands[0] + "`", "`stasis --help` lists the verbs");
    return Exit::usage;
  }
  return console.print(verbPage(*verb)) ? Exit::done : Exit::wrong;
}

} // namespace

Verb manVerb() {
  Verb verb;
  verb.name = "man";
  verb.summary = "the manual page of the program or of a verb";
  verb.about = "Prints a manual page, for man(1): of the whole program, or of a verb.";
  verb.operands = {{"VERB", "the verb whose page is wanted", false, false, false}};
  verb.options = {{"--into", "FOLDER", "write every page into this folder instead", {}, ""}};
  verb.examples = {"stasis man | man -l -", "stasis man solve | man -l -"};
  verb.run = man;
  return verb;
}

} // namespace stasis::cli
