// The manual page, written out from the table of verbs.

#include "cli/console.h"
#include "cli/topics.h"
#include "cli/verb.h"

namespace stasis::cli {

namespace {

// Text as troff takes it: no line starts a request, hyphens stay hyphens.
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

Exit man(const Arguments&, Console& console) {
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
  out +=
      ".SH EXIT STATUS\n.TP\n0\ndone; that there is no equilibrium is an answer\n.TP\n1\nthe input is "
      "wrong or an expectation failed\n"
      ".TP\n2\nwrong usage\n.TP\n3\na stated limit was reached; what was finished is reported\n.TP\n70\na "
      "defect of the program\n"
      ".TP\n130\ninterrupted\n"
      ".SH ENVIRONMENT\n.TP\nNO_COLOR\nno colour, whatever the terminal\n.TP\nCOLUMNS\nthe width of the page "
      "where there is no terminal\n.TP\nSTASIS_PROGRESS\nthe number of a descriptor for progress as lines of "
      "JSON\n";
  return console.print(out) ? Exit::done : Exit::wrong;
}

} // namespace

Verb manVerb() {
  Verb verb;
  verb.name = "man";
  verb.summary = "the manual page";
  verb.about = "Prints the manual page, for man(1).";
  verb.examples = {"stasis man | man -l -"};
  verb.run = man;
  return verb;
}

} // namespace stasis::cli
