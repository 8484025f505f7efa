#include "cli/concepts.h"

#include "cli/console.h"
#include "cli/verb.h"

#include <algorithm>
#include <string>

namespace stasis::cli {

bool readConcepts(const Arguments& arguments, std::vector<model::Concept>& concepts, Console& console) {
  std::vector<model::Concept> asked;
  const std::string list = arguments.value("--concept");
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string key = list.substr(begin, end - begin);
    const auto found = model::findConcept(key);
    if (!found) {
      console.sayError("`" + key + "` is not a solution concept",
                       "the concepts are nash, gmr, smr, seq and sseq");
      return false;
    }
    asked.push_back(*found);
    begin = end + 1;
  }
  for (const auto& row : model::concepts)
    if (std::ranges::find(asked, row.id) != asked.end())
      concepts.push_back(row.id);
  return true;
}

} // namespace stasis::cli
