#include "lsp/completion.h"

#include "language/codes/codes.h"
#include "language/lexing/token.h"
#include "lsp/source_words.h"
#include "model/limited_moves.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace stasis::lsp {

namespace {

using Kind = Completion::Kind;
using Wants = Cursor::Wants;

constexpr std::array<std::string_view, 20> statements{
    "conflict", "about",  "source",     "party",  "parties",     "option", "never",
    "always",   "define", "status quo", "prefer", "prefer each", "rank",   "weigh",
    "state",    "move",   "expect",     "unsure", "attitude",    "view"};
constexpr std::array<std::string_view, 2> onlyInViews{"unaware", "blind"};
constexpr std::array<std::string_view, 2> marks{"strongly", "perhaps"};
constexpr std::array<std::string_view, 3> attitudes{"for", "against", "neutral"};
constexpr std::array<std::string_view, 15> betweenConditions{
    "not",   "and",    "or",     "xor",     "implies", "iff",      "if",     "true",
    "false", "any of", "all of", "none of", "exactly", "at least", "at most"};

class Offers {
public:
  Offers(std::string_view text, const Cursor& cursor, const Names& names,
         const std::optional<std::string>& folder)
      : cursor_(cursor), names_(names), folder_(folder),
        typed_(text.substr(cursor.typed.begin, cursor.typed.end - cursor.typed.begin)) {}

  Completions make() {
    made_.typed = cursor_.typed;
    offer();
    return std::move(made_);
  }

private:
  void add(Kind kind, std::string label, std::string detail = {}) {
    if (made_.items.size() >= mostCompletions) {
      made_.more = true;
      return;
    }
    std::string insert = label;
    made_.items.push_back({kind, std::move(label), std::move(detail), std::move(insert)});
  }

  /// Names with another beginning are left out only if there are too many to offer all.
  bool fits(std::string_view name) const {
    return names_.declarations().size() <= mostCompletions ||
           model::lowerCase(name.substr(0, typed_.size())) == model::lowerCase(typed_);
  }

  void declared(Thing thing, Kind kind) {
    for (const Declaration& one : names_.declarations())
      if (one.thing == thing && fits(one.name))
        add(kind, std::string(one.name), one.label);
  }

  void options() {
    for (std::size_t i = 0; i < names_.declarations().size(); ++i) {
      const Declaration& one = names_.declarations()[i];
      if (one.thing != Thing::option ||
          !(fits(one.name) || (one.owner != nothing && fits(names_.declarations()[one.owner].name))))
        continue;
      const std::string owner =
          one.owner == nothing ? "" : std::string(names_.declarations()[one.owner].name);
      add(Kind::option, names_.callOf(i), owner + (one.label.empty() ? "" : ": " + one.label));
    }
  }

  void condition() {
    options();
    declared(Thing::define, Kind::define);
    if (!cursor_.self.empty())
      add(Kind::word, "self", "the member of " + std::string(cursor_.self) + " spoken of");
    for (const auto word : betweenConditions)
      add(Kind::word, std::string(word));
  }

  void optionsOf() {
    const std::string_view holder = cursor_.owner == "self" ? cursor_.self : cursor_.owner;
    const auto& all = names_.declarations();
    const auto isHolder = [&](const Declaration& d) {
      return (d.thing == Thing::party || d.thing == Thing::family) && d.name == holder;
    };
    const auto found = std::ranges::find_if(all, isHolder);
    if (found == all.end())
      return;
    const auto owner = static_cast<std::size_t>(found - all.begin());
    for (const Declaration& one : all)
      if (one.thing == Thing::option && one.owner != nothing &&
          (one.owner == owner || one.owner == found->owner))
        add(Kind::option, std::string(one.name), one.label);
    add(Kind::word, "*", "all of its options");
  }

  void concepts() {
    for (const auto& row : model::allConcepts())
      add(Kind::solutionConcept, std::string(row.key),
          std::string(row.title) + ", " + std::string(row.source));
    std::vector<std::string> parties;
    for (const Declaration& one : names_.declarations())
      if (one.thing == Thing::party)
        parties.emplace_back(one.name);
    if (parties.size() == 2)
      for (const std::string& leader : parties)
        add(Kind::solutionConcept, std::string(model::ledPrefix) + leader,
            "Stackelberg stability, led by " + leader);
  }

  void words(std::span<const std::string_view> all) {
    for (const auto word : all)
      add(Kind::word, std::string(word));
  }

  /// Words with which a statement begins here.
  void beginnings() {
    if (cursor_.inView)
      words(onlyInViews);
    words(statements);
  }

  void quotable() {
    const auto& all = names_.declarations();
    const auto isSource = [&](const Declaration& d) {
      return d.thing == Thing::source && d.name == cursor_.source;
    };
    const auto found = std::ranges::find_if(all, isSource);
    if (found == all.end() || !folder_)
      return;
    const auto path = names_.pathOf(static_cast<std::size_t>(found - all.begin()));
    for (std::string& line : wordsThatGoOn((std::filesystem::path(*folder_) / path).string(), typed_, 50))
      add(Kind::words, std::move(line), std::string(path));
    made_.more = true;
  }

  void files() {
    if (!folder_)
      return;
    namespace fs = std::filesystem;
    const fs::path typed(
        typed_.substr(0, typed_.rfind('/') == std::string_view::npos ? 0 : typed_.rfind('/') + 1));
    std::error_code error;
    std::vector<std::string> found;
    for (fs::directory_iterator it(fs::path(*folder_) / typed, error), end;
         !error && it != end && found.size() < 1000; it.increment(error)) {
      const std::string name = it->path().filename().string();
      std::error_code ignored;
      if (!name.starts_with('.'))
        found.push_back((typed / name).string() + (it->is_directory(ignored) ? "/" : ""));
    }
    std::ranges::sort(found);
    for (std::string& name : found)
      add(Kind::file, std::move(name));
  }

  void offer() {
    switch (cursor_.wants) {
    case Wants::other: return;
    case Wants::statement: return beginnings();
    case Wants::line:
      condition();
      words(marks);
      return beginnings();
    case Wants::condition: return condition();
    case Wants::option: options(); return add(Kind::word, "none", "no option");
    case Wants::optionOf: return optionsOf();

    case Wants::family: return declared(Thing::family, Kind::family);
    case Wants::holder: declared(Thing::party, Kind::party); return declared(Thing::family, Kind::family);
    case Wants::attitude: return words(attitudes);
    case Wants::state: return declared(Thing::state, Kind::state);
    case Wants::unseen: declared(Thing::state, Kind::state); return condition();
    case Wants::expected: declared(Thing::state, Kind::state); return concepts();
    case Wants::solutionConcept: return concepts();
    case Wants::source: return declared(Thing::source, Kind::source);
    case Wants::sourceWords: return quotable();
    case Wants::path: return files();
    case Wants::code:
      for (const auto& row : language::codes())
        add(Kind::code, std::string(row.code), std::string(row.title));
    }
  }

  const Cursor& cursor_;
  const Names& names_;
  const std::optional<std::string>& folder_;
  std::string_view typed_;
  Completions made_;
};

} // namespace

Completions completions(std::string_view text, std::size_t offset, const Names& names,
                        const std::optional<std::string>& folder) {
  const Cursor cursor = cursorAt(text, offset);
  return Offers(text, cursor, names, folder).make();
}

} // namespace stasis::lsp
