#include "exchange/table.h"
#include "exchange/table_columns.h"
#include "model/lower_case.h"

namespace stasis::exchange {

bool looksLikeTable(const language::SourceText& source) {
  std::string_view line = source.text();
  if (line.starts_with("\xEF\xBB\xBF"))
    line.remove_prefix(3);
  if (line.starts_with("sep="))
    return true;
  line = line.substr(0, line.find_first_of("\r\n"));
  const auto end = line.find_first_of(",;\t");
  if (end == std::string_view::npos)
    return false;
  std::string first = model::lowerCase(line.substr(0, end));
  std::erase(first, '"');
  for (const char* word :
       {"state", "states", "option", "ranking", "rank", "payoffs", "payoff", "scores", "score"})
    if (first == word)
      return true;
  return false;
}

language::Parsed readTable(const language::SourceText& source) {
  language::Problems problems;
  const std::size_t end = source.text().size();
  TableColumns table(source, problems);
  if (table.understand())
    if (auto parsed = readTableAlone(source, table); parsed.conflict || !parsed.diagnostics.empty())
      return parsed;
  return {std::nullopt, std::nullopt, std::move(problems).finish({end, end}), {}};
}

language::Parsed readTableInto(const language::SourceText& source, const model::Conflict& model) {
  language::Parsed result;
  language::Problems problems;
  const std::size_t end = source.text().size();
  TableColumns table(source, problems);
  if (table.understand())
    result.conflict = readTableInto(table, model);
  result.diagnostics = std::move(problems).finish({end, end});
  return result;
}

} // namespace stasis::exchange
