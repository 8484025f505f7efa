#include "exchange/conflict_json.h"
#include "exchange/conflict_json_wants.h"

#include <algorithm>
#include <map>

namespace stasis::exchange {

using model::Range;
using nlohmann::json;

namespace {

class Reader : ConflictJsonWants {
public:
  Reader(const JsonText& text, const language::SourceText& source) : ConflictJsonWants(text, source) {}

  language::Parsed run() {
    for (const Range place : file_.text().repeatedKeys())
      problems_.warning("S0708", place, "this key stands twice in its object; the last one counts");
    const json& root = file_.root();
    header(root);
    parties(root);
    each(root, "states", [&](const json& state) { listedState(state); }, "states\n");
    each(root, "defines", [&](const json& define) { this->define(define); });
    each(root, "constraints", [&](const json& constraint) { this->constraint(constraint); });
    each(root, "named", [&](const json& state) { namedState(state); });
    statusQuo(root);
    for (const json* party : parties_)
      wants(*party);
    each(root, "expectations", [&](const json& expectation) { this->expectation(expectation); });
    each(root, "views", [&](const json& view) { this->view(view); });
    const std::size_t end = source_.text().size();
    if (problems_.errors() > 0)
      return {std::nullopt, std::nullopt, std::move(problems_).finish({end, end}), {}};
    return finished({end, end});
  }

private:
  std::vector<const json*> parties_;
  std::vector<std::string> options_; ///< `party.option`, in order

  // --- the statements

  void header(const json& root) {
    out_.add("conflict ");
    if (const json* title = textAt(root, "conflict"))
      marked(*title);
    out_.add("\n");
    for (const json& about : file_.list(root, "about")) {
      if (!about.is_string()) {
        file_.error("S0702", about, "a line about the conflict must be a text, here is " + described(about));
        continue;
      }
      out_.add("about ");
      marked(about);
      out_.add("\n");
    }
    each(root, "sources", [&](const json& source) {
      out_.add("source ");
      name(textAt(source, "name"));
      out_.add(" ");
      if (const json* path = textAt(source, "path"))
        marked(*path);
      label(source, "description");
      out_.add("\n");
    });
  }

  void parties(const json& root) {
    std::map<std::string, const json*> families;
    each(root, "families", [&](const json& family) {
      if (const json* called = textAt(family, "name"))
        families[called->get<std::string>()] = &family;
    });
    const json& all = file_.list(root, "parties", true);
    for (std::size_t i = 0; i < all.size();) {
      const std::size_t members = membersFrom(all, i, families);
      for (std::size_t j = i; j < i + std::max<std::size_t>(members, 1); ++j)
        if (file_.isObject(all[j], "a party")) {
          parties_.push_back(&all[j]);
          countOptions(all[j]);
        }
      if (members > 0)
        family(all, i, members, *families.at(all[i]["family"].get<std::string>()));
      else if (all[i].is_object())
        party(all[i]);
      i += std::max<std::size_t>(members, 1);
    }
  }

  /// How many parties from here on are members of one family; 0 if this party is not a member.
  std::size_t membersFrom(const json& all, std::size_t first,
                          const std::map<std::string, const json*>& families) {
    const auto familyOf = [&](std::size_t i) -> const json* {
      return i < all.size() && all[i].is_object() ? textIfAny(all[i], "family") : nullptr;
    };
    const json* named = familyOf(first);
    if (named == nullptr)
      return 0;
    if (!families.contains(named->get<std::string>())) {
      file_.error("S0702", *named, "there is no family " + said(*named) + " in " + ticked("families"));
      return 0;
    }
    std::size_t end = first + 1;
    for (const json* other = familyOf(end); other != nullptr && *other == *named; other = familyOf(end))
      ++end;
    return end - first;
  }

  void countOptions(const json& party) {
    const json* owner = GmcrFile::find(party, "name");
    for (const json& option : file_.list(party, "options"))
      if (const json* called = option.is_object() ? GmcrFile::find(option, "name") : nullptr;
          called != nullptr && called->is_string() && owner != nullptr && owner->is_string())
        options_.push_back(owner->get<std::string>() + '.' + called->get<std::string>());
  }

  void party(const json& party) {
    out_.at(file_.place(party));
    out_.add("party ");
    nameAndLabel(party);
    out_.add("\n");
    because(party);
    options(party);
  }

  void family(const json& all, std::size_t first, std::size_t members, const json& family) {
    out_.at(file_.place(family));
    out_.add("parties ");
    nameAndLabel(family);
    out_.add(" of ");
    for (std::size_t i = first; i < first + members; ++i) {
      out_.add(i > first ? ", " : "");
      nameAndLabel(all[i]);
      for (const char* shared : {"options", "because"})
        if (sharedPart(all[i], shared) != sharedPart(all[first], shared))
          file_.error("S0702", all[i],
                      "the members of a family have the same " + ticked(shared) +
                          ", and this one has others than the first",
                      "leave out " + ticked("family") + " where parties are not alike");
    }
    out_.add("\n");
    because(all[first]);
    options(all[first]);
  }

  static json sharedPart(const json& party, const char* key) {
    const json* found = GmcrFile::find(party, key);
    return found == nullptr ? json::array() : *found;
  }

  void options(const json& party) {
    each(party, "options", [&](const json& option) {
      out_.add("  option ");
      nameAndLabel(option);
      out_.add(direction(option));
      doubt(option);
      out_.add("\n");
      because(option);
    });
  }

  std::string_view direction(const json& option) {
    const json* written = GmcrFile::find(option, "direction");
    if (written == nullptr || *written == "both")
      return "";
    if (*written == "irrevocable")
      return " irrevocable";
    if (*written == "unresumable")
      return " unresumable";
    file_.error("S0706", *written, "unknown direction", "it is `both`, `irrevocable` or `unresumable`");
    return "";
  }

  /// `perhaps 0.7 irrevocable`.
  void doubt(const json& option) {
    const json* written = GmcrFile::find(option, "perhaps");
    const json* odds = GmcrFile::find(option, "odds");
    if (written == nullptr) {
      if (odds != nullptr)
        file_.error("S0702", *odds, "only what is in doubt has " + ticked("odds"));
      return;
    }
    if (*written != "irrevocable" && *written != "unresumable")
      return file_.error("S0706", *written, "unknown direction", "it is `irrevocable` or `unresumable`");
    if (!direction(option).empty())
      return file_.error("S0706", *written, "an option with a direction cannot have one in doubt as well");
    out_.add(" perhaps ");
    this->odds(odds);
    out_.add(written->get_ref<const std::string&>());
  }

  /// Y, N and, where `open`, `-`.
  bool areLetters(const json& value, bool open) {
    const auto& text = value.get_ref<const std::string&>();
    const bool fine = text.find_first_not_of(open ? "YN-" : "YN") == std::string::npos;
    if (!fine || (text.size() != options_.size()))
      file_.error("S0702", value,
                  ticked(text) + " is no state: " + std::to_string(options_.size()) +
                      " letters are needed, a `Y` or `N` for each option" + (open ? ", or `-`" : ""));
    return fine && text.size() == options_.size();
  }

  void listedState(const json& state) {
    out_.add("  ");
    name(textAt(state, "name"));
    out_.add(" ");
    if (const json* letters = textAt(state, "options"); letters != nullptr && areLetters(*letters, true))
      words(*letters);
    label(state, "label");
    out_.add("\n");
  }

  void taken(const json& letters) {
    if (!areLetters(letters, false))
      return;
    std::string list;
    const auto& text = letters.get_ref<const std::string&>();
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == 'Y')
        list += (list.empty() ? "" : ", ") + options_[i];
    out_.at(file_.place(letters));
    out_.add(list.empty() ? "none" : list);
  }

  void namedState(const json& state) {
    out_.add("state ");
    nameAndLabel(state);
    out_.add(" = ");
    if (const json* letters = textAt(state, "options"))
      taken(*letters);
    out_.add("\n");
  }

  void statusQuo(const json& root) {
    if (const json* letters = textIfAny(root, "statusQuo")) {
      out_.add("status quo ");
      taken(*letters);
      out_.add("\n");
    }
  }

  void define(const json& define) {
    out_.add("define ");
    nameAndLabel(define);
    out_.add(" = ");
    condition(textAt(define, "meaning"));
    out_.add("\n");
  }

  void constraint(const json& constraint) {
    out_.add("always ");
    condition(textAt(constraint, "always"));
    out_.add("\n");
    because(constraint);
  }

  void view(const json& view) {
    out_.add("view ");
    if (const json* by = textIfAny(view, "by")) {
      name(by);
      out_.add(" of ");
    }
    name(textAt(view, "of"));
    out_.add("\n");
    each(view, "unaware", [&](const json& one) {
      out_.add("unaware ");
      name(textAt(one, "option"), true);
      out_.add("\n");
      because(one);
    });
    each(view, "blind", [&](const json& one) {
      out_.add("blind ");
      if (const json* which = GmcrFile::find(one, "state"))
        state(*which);
      else
        condition(textAt(one, "where"));
      out_.add("\n");
      because(one);
    });
    each(view, "constraints", [&](const json& one) { constraint(one); });
    each(view, "wants", [&](const json& party) { wants(party); });
  }

  // --- the conflict

  language::Parsed finished(Range end) {
    language::Parsed parsed = out_.parse(source_);
    for (auto& d : parsed.diagnostics) {
      auto& kept = d.severity == language::Severity::error ? problems_.error(d.code, d.range, d.message)
                                                           : problems_.warning(d.code, d.range, d.message);
      kept.note = d.note;
      kept.help = d.help;
    }
    if (parsed.conflict)
      shareStatements(*parsed.conflict);
    return {std::move(parsed.conflict),
            std::nullopt,
            std::move(problems_).finish(end),
            {},
            std::move(parsed.views)};
  }

  /// A statement made of each member of a family is one statement: all copies get one place.
  void shareStatements(model::Conflict& conflict) {
    for (const model::Family& family : conflict.families) {
      auto* first =
          std::get_if<model::Prioritised>(&conflict.parties[family.members.front().index()].preference);
      const json* said = parties_[family.members.front().index()];
      if (first == nullptr || !saysEach(*said, family.name))
        continue;
      for (const model::PartyId id : family.members)
        if (auto* own = std::get_if<model::Prioritised>(&conflict.parties[id.index()].preference);
            own != nullptr && saysEach(*parties_[id.index()], family.name))
          share(*first, *own);
    }
  }

  static bool saysEach(const json& party, const std::string& family) {
    const json* preference = GmcrFile::find(party, "preference");
    const json* each = preference == nullptr ? nullptr : GmcrFile::find(*preference, "each");
    return each != nullptr && *each == family;
  }

  static void share(const model::Prioritised& first, model::Prioritised& own) {
    for (std::size_t t = 0; t < std::min(first.tiers.size(), own.tiers.size()); ++t)
      for (std::size_t s = 0; s < std::min(first.tiers[t].size(), own.tiers[t].size()); ++s)
        own.tiers[t][s].range = first.tiers[t][s].range;
  }
};

} // namespace

language::Parsed readConflictJson(const JsonText& text, const language::SourceText& source) {
  return Reader(text, source).run();
}

} // namespace stasis::exchange
