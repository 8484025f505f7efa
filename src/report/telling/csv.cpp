#include "report/telling/csv.h"

namespace stasis::report {

namespace {

std::string quoted(const std::string& field) {
  if (field.find_first_of(",\"\r\n") == std::string::npos)
    return field;
  std::string out = "\"";
  for (const char c : field)
    out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

} // namespace

std::string csvLine(const std::vector<std::string>& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i)
    line.append(i == 0 ? "" : ",").append(quoted(fields[i]));
  return line + '\n';
}

std::string csvFlag(const std::optional<bool>& holds) { return !holds ? "?" : *holds ? "Y" : "N"; }

} // namespace stasis::report
