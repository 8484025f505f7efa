#include "exchange/conflict_json.h"
#include "exchange/gmcr_file.h"
#include "exchange/mapped_text.h"
#include "language/lexing/token.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace stasis::exchange {

using model::Range;
using nlohmann::json;

namespace {

bool isName(std::string_view word) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !word.empty() && letter(word[0]) &&
         std::ranges::all_of(word, [&](char c) { return letter(c) || digit(c); });
}

bool isWholeNumber(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool isDecimal(std::string_view word) {
  word.remove_prefix(word.starts_with('-') ? 1 : 0);
  const auto point = word.find('.');
  return isWholeNumber(word.substr(0, point)) &&
         (point == std::string_view::npos || isWholeNumber(word.substr(point + 1)));
}

class Reader {
public:
  Reader(const JsonText& text, const language::SourceText& source)
      : source_(source), file_(text, problems_) {}

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
    const std::size_t end = source_.text().size();
    if (problems_.errors() > 0)
      return {std::nullopt, std::move(problems_).finish({end, end})};
    return finished({end, end});
  }

private:
  const language::SourceText& source_;
  language::Problems problems_;
  GmcrFile file_;
  MappedText out_;
  std::vector<const json*> parties_;
  std::vector<std::string> options_; ///< `party.option`, in order

  // ---- values of the file

  template <class Visit>
  void each(const json& object, const char* key, Visit visit, std::string_view heading = {}) {
    const json& all = file_.list(object, key);
    if (!all.empty())
      out_.add(heading);
    for (const json& one : all)
      if (file_.isObject(one, "what stands in " + ticked(key))) {
        out_.at(file_.place(one));
        visit(one);
      }
  }

  /// The text under a key; null, after a diagnostic, where there is none.
  const json* textAt(const json& object, const char* key) {
    const json* found = GmcrFile::find(object, key);
    if (found == nullptr)
      file_.error("S0702", object, "there is no " + ticked(key) + " here");
    else if (!found->is_string())
      file_.error("S0702", *found, ticked(key) + " must be a text, here is " + described(*found));
    else
      return found;
    return nullptr;
  }

  /// As `textAt`, of a key that need not be there.
  const json* textIfAny(const json& object, const char* key) {
    return GmcrFile::find(object, key) == nullptr ? nullptr : textAt(object, key);
  }

  void words(const json& value) {
    out_.addWords(value.get_ref<const std::string&>(), file_.place(value), source_);
  }

  void marked(const json& value) {
    out_.at(file_.place(value));
    out_.add(language::quoted(value.get_ref<const std::string&>()));
  }

  /// Names, with `.` between them where `dotted`.
  void name(const json* value, bool dotted = false) {
    if (value == nullptr)
      return;
    const std::string_view text = value->get_ref<const std::string&>();
    const auto dot = dotted ? text.find('.') : std::string_view::npos;
    if (!isName(text.substr(0, dot)) || (dot != std::string_view::npos && !isName(text.substr(dot + 1))))
      file_.error("S0713", *value, ticked(text) + " cannot be a name",
                  "names are letters, digits and `_`, and begin with none of the digits; what is shown to "
                  "readers is the `label`");
    else
      words(*value);
  }

  void nameAndLabel(const json& object) {
    name(textAt(object, "name"));
    label(object, "label");
  }

  void label(const json& object, const char* key) {
    if (const json* text = textIfAny(object, key);
        text != nullptr && !text->get_ref<const std::string&>().empty()) {
      out_.add(" ");
      marked(*text);
    }
  }

  /// A condition or a query, as the language writes it.
  void condition(const json* value, bool asks = false) {
    if (value == nullptr)
      return;
    std::string text = value->get<std::string>();
    auto found = language::checkForm({source_.name(), text}, asks);
    MappedText place;
    place.addWords(text, file_.place(*value), source_);
    for (auto& d : found)
      problems_.error(d.code, place.placeOf(d.range), std::move(d.message)).help = std::move(d.help);
    std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    out_.addWords(text, file_.place(*value), source_);
  }

  void state(const json& value) {
    if (value.is_string() &&
        (isName(value.get_ref<const std::string&>()) || isWholeNumber(value.get_ref<const std::string&>())))
      return words(value);
    file_.error("S0702", value, "a state must be a name or a number such as `s7`, here is " + said(value));
  }

  static std::string said(const json& value) {
    return value.is_string() ? ticked(value.get_ref<const std::string&>()) : described(value);
  }

  template <class One> void joined(const json& list, std::string_view between, One one) {
    for (bool first = true; const json& value : list) {
      if (!first)
        out_.add(between);
      first = false;
      one(value);
    }
  }

  void states(const json& list, std::string_view between) {
    joined(list, between, [&](const json& value) { state(value); });
  }

  /// ` because SOURCE "words"`, each on a line of its own or all on this one.
  void because(const json& object, bool onThisLine = false) {
    each(object, "because", [&](const json& citation) {
      out_.add(onThisLine ? " because " : "  because ");
      name(textAt(citation, "source"));
      out_.add(" ");
      if (const json* text = textAt(citation, "words"))
        marked(*text);
      out_.add(onThisLine ? "" : "\n");
    });
  }

  // ---- the statements

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

  /// How many parties from here on are the members of one family; 0: this is no member.
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

  // ---- what each can and wants

  void wants(const json& party) {
    const json* preference = GmcrFile::find(party, "preference");
    if (preference != nullptr && file_.isObject(*preference, "a preference"))
      this->preference(party, *preference);
    const json* moves = GmcrFile::find(party, "moves");
    if (moves == nullptr)
      return;
    const json& list = file_.list(party, "moves");
    out_.at(file_.place(*moves));
    out_.add("move ");
    name(textAt(party, "name"));
    out_.add(list.empty() ? " none" : " ");
    joined(list, ", ", [&](const json& pair) { move(pair); });
    out_.add("\n");
  }

  void move(const json& pair) {
    if (!pair.is_array() || pair.size() != 2)
      return file_.error("S0702", pair, "a move must be a list of two states");
    state(pair[0]);
    out_.add(" -> ");
    state(pair[1]);
  }

  void preference(const json& party, const json& preference) {
    const json* form = textAt(preference, "form");
    if (form == nullptr)
      return;
    out_.at(file_.place(preference));
    if (*form == "prefer")
      prefer(party, file_.list(preference, "tiers", true));
    else if (*form == "rank")
      rank(party, file_.list(preference, "classes", true));
    else if (*form == "weigh")
      weigh(party, preference);
    else
      file_.error("S0702", *form, "there is no preference of the form " + said(*form),
                  "it is `prefer`, `rank` or `weigh`");
  }

  void begin(std::string_view form, const json& party) {
    out_.add(form);
    name(textAt(party, "name"));
    out_.add("\n");
  }

  void prefer(const json& party, const json& tiers) {
    begin("prefer ", party);
    for (const json& tier : tiers) {
      if (!tier.is_array() || tier.empty()) {
        file_.error("S0702", tier, "a tier must be a list of statements, here is " + described(tier));
        continue;
      }
      out_.add("  ");
      joined(tier, " | ", [&](const json& statement) {
        if (!file_.isObject(statement, "a statement"))
          return;
        condition(textAt(statement, "wanted"));
        if (&statement != &tier.back()) // what cites the last stands below
          because(statement, true);
      });
      out_.add("\n");
      if (tier.back().is_object())
        because(tier.back());
    }
  }

  void rank(const json& party, const json& classes) {
    begin("rank ", party);
    out_.add("  ");
    joined(classes, " > ", [&](const json& tie) {
      if (tie.is_array() && !tie.empty())
        states(tie, " ~ ");
      else
        file_.error("S0702", tie, "a class must be a list of states, here is " + described(tie));
    });
    out_.add("\n");
  }

  void weigh(const json& party, const json& preference) {
    begin("weigh ", party);
    each(preference, "weights", [&](const json& weight) {
      out_.add("  ");
      name(textAt(weight, "option"), true);
      out_.add(" ");
      if (const json* value = textAt(weight, "weight")) {
        if (isDecimal(value->get_ref<const std::string&>()))
          words(*value);
        else
          file_.error("S0702", *value, "a weight must be a decimal number as text, here is " + said(*value));
      }
      out_.add("\n");
      because(weight);
    });
  }

  // ---- expectations

  void expectation(const json& e) {
    const json* kind = textAt(e, "kind");
    if (kind == nullptr)
      return;
    out_.add("expect ");
    if (*kind == "equilibria")
      expectEquilibria(e);
    else if (*kind == "equilibrium" || *kind == "stable")
      expectState(e, *kind == "stable");
    else if (*kind == "count")
      expectCount(e);
    else if (*kind == "quantity")
      expectQuantity(e);
    else
      file_.error("S0702", *kind, "there is no expectation of the kind " + said(*kind));
    out_.add("\n");
  }

  void expectEquilibria(const json& e) {
    name(textAt(e, "concept"));
    const json& list = file_.list(e, "states", true);
    out_.add(list.empty() ? " = none" : " = ");
    states(list, ", ");
  }

  void expectState(const json& e, bool stable) {
    if (const json* which = textAt(e, "state"))
      state(*which);
    const json* holds = GmcrFile::find(e, "holds");
    if (holds != nullptr && !holds->is_boolean())
      file_.error("S0702", *holds, ticked("holds") + " must be true or false, here is " + described(*holds));
    out_.add(holds != nullptr && *holds == false ? " is not " : " is ");
    if (stable) {
      out_.add("stable for ");
      name(textAt(e, "party"));
    } else {
      out_.add("equilibrium");
    }
    out_.add(" under ");
    concepts(file_.list(e, "concepts", true));
  }

  void concepts(const json& list) {
    joined(list, ", ", [&](const json& value) {
      if (value.is_string())
        name(&value);
      else
        file_.error("S0702", value, "a concept must be a text, here is " + described(value));
    });
  }

  /// `states`, or `equilibria under nash, seq`.
  void setSpokenOf(const json& e, bool one) {
    const json& list = file_.list(e, "concepts");
    if (list.empty())
      return out_.add(one ? "state" : "states");
    out_.add(one ? "equilibrium under " : "equilibria under ");
    concepts(list);
  }

  void expectCount(const json& e) {
    const json* count = textAt(e, "states");
    if (count == nullptr)
      return;
    if (!isWholeNumber(count->get_ref<const std::string&>()))
      return file_.error("S0702", *count, "a count must be a whole number as text, here is " + said(*count));
    words(*count);
    out_.add(" ");
    setSpokenOf(e, *count == "1");
    if (const json* where = textIfAny(e, "where")) {
      out_.add(" where ");
      condition(where, true);
    }
  }

  void expectQuantity(const json& e) {
    const json* quantity = textAt(e, "quantity");
    if (quantity == nullptr)
      return;
    if (*quantity != "all" && *quantity != "some" && *quantity != "no")
      return file_.error("S0702", *quantity,
                         "a quantity is `all`, `some` or `no`, here is " + said(*quantity));
    const bool all = *quantity == "all";
    words(*quantity);
    out_.add(" ");
    setSpokenOf(e, !all);
    out_.add(all ? " satisfy " : " satisfies ");
    condition(textAt(e, "satisfied"), true);
  }

  // ---- the conflict

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
    return {std::move(parsed.conflict), std::move(problems_).finish(end)};
  }

  /// The statements that were said of each member are one statement: they have one place.
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
