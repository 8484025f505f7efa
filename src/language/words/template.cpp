#include "language/words/template.h"

#include "language/words/templates.h"
#include "language/words/write.h"

namespace stasis::language {

namespace {

constexpr std::string_view introduction =
    R"(# A conflict: who is there, what each can do, what cannot be, what each wants.
# This one works as it stands; change it into your own, a line at a time:
#   stasis check FILE    what is wrong or missing, and the likely fix
#   stasis solve FILE    which outcomes can hold, and for whom not
#   stasis brief FILE    the same in plain words
#   stasis fmt FILE      restores the layout

)";

} // namespace

std::string newConflict(std::string_view title) { return newConflict(title, "water"); }

std::string newConflict(std::string_view title, std::string_view name) {
  const Template* chosen = findTemplate(name);
  if (chosen == nullptr)
    return {};
  model::Conflict named;
  named.title = title.empty() ? chosen->title : title;
  return std::string(introduction) + write(named) + std::string(chosen->body);
}

} // namespace stasis::language
