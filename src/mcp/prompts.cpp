#include "mcp/prompts.h"

namespace stasis::mcp {

namespace {

struct Row {
  const char* name;
  const char* title;
  const char* about;
  const char* argument;
  const char* argumentHelp;
  const char* text; ///< `%` stands for the argument
};

constexpr Row rows[] = {
    {"model_this_report", "Model this report",
     "From a report to a model with a citation for every line, and what it says", "report",
     "the report: its text, a path in the folder, or where to find it",
     "Make a model of the conflict in this report:\n\n%\n\n"
     "1. Read `stasis://docs/language.md` first: it is the whole language.\n"
     "2. Call `read` on the report for who said what, to whom and on what condition, and `draft` for a model "
     "to start from.\n"
     "3. Mend the draft. Every party, option and preference gets `because SOURCE \"words\"` with words that "
     "stand in the report; "
     "where the report is silent, say in a comment that the line is an assumption. Invent no words.\n"
     "4. Call `check` until it finds no error; its problems carry fixes. Call `fmt` for the layout.\n"
     "5. Call `solve`, then `explain` for today's state, and `robust` for what the answer rests on.\n"
     "6. Report: who the parties are, what can hold and under which concepts, whether today does, what the "
     "answer rests on, and which "
     "lines are assumptions. It is a model of what was said, not a forecast."},
    {"brief_a_mediator", "Brief a mediator", "One page: what can hold, why, and what would change it",
     "model", "the model: its text, a path in the folder, or a name of the gallery",
     "Brief a mediator who knows no game theory on this model:\n\n%\n\n"
     "1. Call `check`; say plainly if something in the model is wrong or not cited.\n"
     "2. Call `brief` for the page itself, `paths` for how to get from today to each outcome that can hold "
     "and who would have to give "
     "way, and `invert` for what the parties would have to want for the outcome the mediator hopes for.\n"
     "3. Call `robust` for the lines on which the answer hangs.\n"
     "4. For every claim keep its proof: `explain` gives a certificate that `verify` checks; quote the cited "
     "words.\n"
     "5. Write one page in plain words: what holds today and why, what could hold instead, who would have to "
     "move first, what would "
     "undo it. Say what is assumed. It is a model of what was said, not a forecast."},
};

} // namespace

Json promptList() {
  Json all = Json::array();
  for (const Row& row : rows)
    all.push_back(
        {{"name", row.name},
         {"title", row.title},
         {"description", row.about},
         {"arguments", {{{"name", row.argument}, {"description", row.argumentHelp}, {"required", true}}}}});
  return {{"prompts", std::move(all)}};
}

Prompted prompt(const std::string& name, const Json& arguments) {
  for (const Row& row : rows) {
    if (name != row.name)
      continue;
    if (!arguments.is_object() || !arguments.contains(row.argument) || !arguments[row.argument].is_string())
      return {std::nullopt, std::string("`") + row.argument + "` is needed: " + row.argumentHelp};
    std::string text = row.text;
    text.replace(text.find('%'), 1, arguments[row.argument].get<std::string>());
    return {
        Json{{"description", row.about},
             {"messages", {{{"role", "user"}, {"content", {{"type", "text"}, {"text", std::move(text)}}}}}}},
        {}};
  }
  return {std::nullopt, "there is no prompt `" + name.substr(0, 100) + "`"};
}

} // namespace stasis::mcp
