// Files that are laid out by headings: `Parties:` above names, `France options:` above what it can do,
// `France wants:` above its wishes, `- name: France`; and options declared with their owner, `option
// France.strike`. Each is one error that shows how it is written here, and the tokens become what it means.
#include "language/parsing/state_letters.h"
#include "language/parsing/statement_words.h"
#include "language/parsing/token_stream.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <optional>

namespace stasis::language {

namespace {

template <std::size_t n> bool isOneOf(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool callsParties(std::string_view word) {
  constexpr std::array<std::string_view, 8> words{"parties", "players",      "actors", "party",
                                                  "agents",  "stakeholders", "sides",  "countries"};
  return isOneOf(words, word);
}

bool callsOptions(std::string_view word) {
  constexpr std::array<std::string_view, 8> words{"options", "option",     "actions", "can",
                                                  "moves",   "strategies", "choices", "may"};
  return isOneOf(words, word);
}

bool callsWishes(std::string_view word) {
  constexpr std::array<std::string_view, 9> words{"wants", "prefers",    "preferences", "wishes", "goals",
                                                  "want",  "priorities", "prefer",      "likes"};
  return isOneOf(words, word);
}

} // namespace

std::size_t TokenStream::endOfHeading(const Token& last) const {
  const std::string_view all = source_.text();
  const std::size_t next = all.find_first_not_of(" \t", last.range.end);
  return next != std::string_view::npos && all[next] == ':' ? next + 1 : last.range.end;
}

/// `France options`, `France's wishes`, `options of France` alone on a line: whose, and what stands below.
std::optional<TokenStream::Heading> TokenStream::headingAt(std::size_t at) const {
  std::size_t end = at;
  while (end < tokens_.size() && !tokens_[end].is(Kind::lineEnd) && !tokens_[end].is(Kind::end))
    ++end;
  if (end + 1 >= tokens_.size() || end - at < 2 || end - at > 3)
    return std::nullopt;
  const bool turned = end - at == 3 && (tokens_[at + 1].is(Word::of) || text(tokens_[at + 1]) == "for");
  if (end - at == 3 && !turned)
    return std::nullopt;
  const Token& owner = tokens_[turned ? end - 1 : at];
  const std::string what = model::lowerCase(text(tokens_[turned ? at : at + 1]));
  const bool colon = endOfHeading(tokens_[end - 1]) > tokens_[end - 1].range.end;
  const Token& below = tokens_[end + 1];
  const bool deeper = indentation(below) > indentation(tokens_[at]) || bulletLength(end + 1) > 0;
  if (!owner.is(Kind::name) || !colon || !deeper || (!callsOptions(what) && !callsWishes(what)) ||
      synonym(text(owner)).has_value())
    return std::nullopt;
  return Heading{std::string(withoutPossessive(text(owner))), callsWishes(what), end};
}

/// The lines below a heading, each a name with a mark before it or none, and a label after it or none.
std::vector<TokenStream::HeadedName> TokenStream::namesBelow(std::size_t line, std::size_t indent) const {
  std::vector<HeadedName> names;
  while (line < tokens_.size()) {
    const std::size_t mark = bulletLength(line);
    const std::size_t name = line + mark;
    if (name + 1 >= tokens_.size() || !tokens_[name].is(Kind::name) ||
        (mark == 0 && indentation(tokens_[line]) <= indent))
      break;
    const bool labelled = tokens_[name + 1].is(Kind::string);
    const std::size_t end = name + (labelled ? 2 : 1);
    if (end >= tokens_.size() || (!tokens_[end].is(Kind::lineEnd) && !tokens_[end].is(Kind::end)))
      break;
    names.push_back({line, name, end});
    line = end + 1;
  }
  return names;
}

/// The parties that have a line or a heading for their options.
std::set<std::string, std::less<>> TokenStream::declaredElsewhere() const {
  std::set<std::string, std::less<>> owners;
  for (std::size_t k = 0; k + 1 < tokens_.size(); ++k) {
    if (k > 0 && !tokens_[k - 1].is(Kind::lineEnd))
      continue;
    if (tokens_[k].is(Word::party))
      owners.emplace(text(tokens_[k + 1]));
    else if (const auto heading = headingAt(k); heading && !heading->wishes)
      owners.insert(heading->owner);
  }
  return owners;
}

// Parties:
//   France
void TokenStream::sayPartiesAbove(std::size_t at, std::vector<Token>& kept, std::size_t& next) {
  const Token& word = tokens_[at];
  const auto names = namesBelow(at + 2, indentation(word));
  const auto owners = declaredElsewhere();
  const bool declared = std::ranges::all_of(
      names, [&](const HeadedName& one) { return owners.contains(text(tokens_[one.name])); });
  if (!names.empty() && !declared) { // the parser says how parties are declared
    Token parties = word;
    parties.kind = Kind::keyword;
    parties.word = Word::parties;
    kept.push_back(parties);
    next = at + 1;
    return;
  }
  const model::Range gone{word.range.begin,
                          names.empty() ? endOfHeading(word) : tokens_[names.back().end - 1].range.end};
  error("S0302", word.range, inMarks(text(word)) + " has no meaning here").mend(gone, "").help =
      names.empty() ? "leave it out: each party has a line of its own, `party NAME`"
                    : "leave out the list: each party is declared where its options stand";
  next = names.empty() ? at + 2 : names.back().end + 1;
}

// France options:
//   strike
bool TokenStream::sayOptionsAbove(std::size_t at, const Heading& heading, std::vector<Token>& kept,
                                  std::size_t& next) {
  const auto names = namesBelow(heading.end + 1, indentation(tokens_[at]));
  if (names.empty())
    return false;
  const model::Range said{tokens_[at].range.begin, endOfHeading(tokens_[heading.end - 1])};
  std::vector<Token> options;
  for (const HeadedName& one : names) {
    Token option{Kind::keyword, Word::option, tokens_[one.name].range};
    saying(option, "option");
    options.push_back(option);
    options.insert(options.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(one.name),
                   tokens_.begin() + static_cast<std::ptrdiff_t>(one.end));
    options.push_back({Kind::lineEnd, Word::none_, tokens_[one.end].range});
  }
  const auto line = std::ranges::find_if(kept, [&](const Token& token) {
    return token.is(Word::party) && &token + 1 < kept.data() + kept.size() &&
           text(*(&token + 1)) == heading.owner;
  });
  auto& d = error("S0302", said, "what a party can do are options below it");
  d.help = "write " + inMarks("party " + heading.owner) + " and " +
           inMarks("option " + std::string(text(tokens_[names.front().name]))) + " below it" +
           (names.size() > 1 ? ", and a line for each of the others" : "");
  if (line != kept.end()) { // declared before: the options go there
    d.help = "write " + inMarks("option " + std::string(text(tokens_[names.front().name]))) + " below " +
             inMarks("party " + heading.owner) +
             (names.size() > 1 ? ", and a line for each of the others" : "");
    kept.insert(std::ranges::find_if(line, kept.end(), [](const Token& t) { return t.is(Kind::lineEnd); }) +
                    1,
                options.begin(), options.end());
  } else {
    d.propose(said, "party " + heading.owner);
    for (const HeadedName& one : names) {
      const bool bare = indentation(tokens_[one.line]) <= indentation(tokens_[at]);
      d.propose({tokens_[one.line].range.begin, tokens_[one.name].range.begin},
                std::string(bare ? "  " : "") + "option ");
    }
    Token party{Kind::keyword, Word::party, said};
    saying(party, "party");
    Token owner{Kind::name, Word::none_, said};
    saying(owner, heading.owner);
    kept.insert(kept.end(), {party, owner, {Kind::lineEnd, Word::none_, tokens_[heading.end].range}});
    kept.insert(kept.end(), options.begin(), options.end());
  }
  next = names.back().end + 1;
  return true;
}

// France wants:
void TokenStream::sayWishesAbove(std::size_t at, const Heading& heading, std::vector<Token>& kept) {
  const model::Range said{tokens_[at].range.begin, endOfHeading(tokens_[heading.end - 1])};
  const std::string here = "prefer " + heading.owner;
  error("S0302", said, "what a party wants stands below `prefer`, a line for each wish")
      .propose(said, here)
      .help = "write " + inMarks(here);
  Token prefer{Kind::keyword, Word::prefer, tokens_[at].range};
  saying(prefer, "prefer");
  Token owner{Kind::name, Word::none_, tokens_[at].range};
  saying(owner, heading.owner);
  kept.insert(kept.end(), {prefer, owner});
}

/// `- name: France`: where the name stands.
std::optional<std::size_t> TokenStream::namedItemAt(std::size_t at) const {
  const std::size_t mark = bulletLength(at);
  const std::size_t word = at + mark;
  if (mark == 0 || word + 3 >= tokens_.size() || !tokens_[word].is(Kind::name) ||
      (text(tokens_[word]) != "name" && text(tokens_[word]) != "id") ||
      endOfHeading(tokens_[word]) == tokens_[word].range.end)
    return std::nullopt;
  const std::size_t name = word + (tokens_[word + 1].is(Kind::joint) ? 2 : 1);
  const bool alone = tokens_[name].is(Kind::name) && tokens_[name + 1].is(Kind::lineEnd);
  return alone ? std::optional(name) : std::nullopt;
}

// - name: France
bool TokenStream::sayNamedItem(std::size_t at, std::vector<Token>& kept, std::size_t& next) {
  const auto name = namedItemAt(at);
  if (!name)
    return false;
  const model::Range range{tokens_[at].range.begin, tokens_[*name].range.end};
  const std::string here = "party " + std::string(text(tokens_[*name]));
  error("S0302", range, "a party is declared by `party`").propose(range, here).help =
      "write " + inMarks(here);
  Token party{Kind::keyword, Word::party, range};
  saying(party, "party");
  kept.insert(kept.end(), {party, tokens_[*name]});
  next = *name + 1;
  return true;
}

/// Whether the tokens from here to the end of the line are letters of a state, as `Y N`, `Y, N` or `0 1`.
bool TokenStream::areLetters(std::size_t at) const {
  const std::size_t first = at;
  for (; at < tokens_.size() && !tokens_[at].is(Kind::lineEnd) && !tokens_[at].is(Kind::end); ++at) {
    const bool number =
        tokens_[at].is(Kind::number) && text(tokens_[at]).find_first_not_of("01") == std::string_view::npos;
    const bool word = !tokens_[at].is(Kind::number) && saysTruth(text(tokens_[at])).has_value(); // `yes`
    const bool comma = tokens_[at].is(Kind::comma) && at > first;
    if (!number && !comma && !word && !tokens_[at].is(Kind::dash) &&
        !(tokens_[at].is(Kind::name) && isLetters(text(tokens_[at]))))
      return false;
  }
  return at > first;
}

/// Whether `none` or names with commas stand here up to the end of the line.
bool TokenStream::areOptions(std::size_t at) const {
  const auto ends = [&](std::size_t k) {
    return k >= tokens_.size() || tokens_[k].is(Kind::lineEnd) || tokens_[k].is(Kind::end);
  };
  if (tokens_[at].is(Word::none))
    return ends(at + 1);
  while (at < tokens_.size() && tokens_[at].is(Kind::name)) {
    at += at + 2 < tokens_.size() && tokens_[at + 1].is(Kind::dot) ? 3 : 1;
    if (ends(at))
      return true;
    if (!tokens_[at].is(Kind::comma))
      return false;
    ++at;
  }
  return false;
}

// states                states                states
//   calm = none           calm = N N            calm none
bool TokenStream::sayStatesAbove(std::size_t at, std::vector<Token>& kept, std::size_t& next) {
  const auto behindName = [&](std::size_t line) {
    return line + 1 < tokens_.size() && tokens_[line + 1].is(Kind::string) ? line + 2 : line + 1;
  };
  const auto isRow = [&](std::size_t line) {
    return line + 2 < tokens_.size() && tokens_[line].is(Kind::name);
  };
  const auto equated = [&](std::size_t line) {
    return isRow(line) && tokens_[behindName(line)].is(Kind::equals);
  };
  if (!tokens_[at].is(Word::states) || !tokens_[at + 1].is(Kind::lineEnd) || !isRow(at + 2))
    return false;
  const auto lineEnd = [&](std::size_t line) {
    while (line < tokens_.size() && !tokens_[line].is(Kind::lineEnd) && !tokens_[line].is(Kind::end))
      ++line;
    return line;
  };
  bool letters = true; // `calm = N N`
  bool equals = true;  // `calm = none`
  bool listed = true;  // `calm none`
  bool sure = false;   // else `calm strike` may be anything
  std::size_t end = at + 2;
  for (; isRow(end); end = lineEnd(end) + 1) {
    const std::size_t behind = behindName(end);
    letters = letters && equated(end) && areLetters(behind + 1);
    equals = equals && equated(end);
    listed = listed && !areLetters(behind) && areOptions(behind);
    for (std::size_t k = behind; k < lineEnd(end); ++k)
      sure = sure || tokens_[k].is(Word::none) || tokens_[k].is(Kind::comma);
  }
  if (letters)
    return sayEqualsBeforeLetters(at, end, kept, next);
  if (sayStatesWithoutNames(at, end, kept))
    return next = end, true;
  if (!equals && !(listed && sure))
    return false;
  const model::Range header{tokens_[at].range.begin, endOfHeading(tokens_[at])};
  auto& d = error("S0302", tokens_[at].range, "a state that is named by its options has a line with `state`");
  d.help = "write " + inMarks("state " + std::string(text(tokens_[at + 2])) + " = …") +
           "; below `states` stand letters, one for each option";
  d.mend(header, "");
  for (std::size_t line = at + 2; line < end; line = lineEnd(line) + 1) {
    d.mend({tokens_[line].range.begin, tokens_[line].range.begin}, "state ");
    Token state{Kind::keyword, Word::state, tokens_[line].range};
    saying(state, "state");
    kept.push_back(state);
    const std::size_t behind = behindName(line);
    for (std::size_t k = line; k < lineEnd(line) + 1 && k < tokens_.size(); ++k) {
      if (k == behind && !equals) {
        const std::size_t place = tokens_[k - 1].range.end;
        d.mend({place, place}, " =");
        kept.push_back({Kind::equals, Word::none_, {place, place}});
      }
      kept.push_back(tokens_[k]);
    }
  }
  next = end;
  return true;
}

// states
//   N N
bool TokenStream::sayStatesWithoutNames(std::size_t at, std::size_t end, std::vector<Token>& kept) {
  std::size_t letters = 0;
  std::size_t ofEach = 0;
  for (std::size_t k = at + 2; k < end && k < tokens_.size(); ++k) {
    const bool ends = tokens_[k].is(Kind::lineEnd) || tokens_[k].is(Kind::end);
    if (!ends && (!tokens_[k].is(Kind::name) || !isLetters(text(tokens_[k]))) && !tokens_[k].is(Kind::dash))
      return false;
    letters += ends ? 0 : text(tokens_[k]).size();
    if (!ends)
      continue;
    if (ofEach != 0 && letters != ofEach)
      return false;
    ofEach = letters;
    letters = 0;
  }
  std::size_t options = 0;
  for (const Token& token : tokens_) {
    options += token.is(Word::option) ? 1 : 0;
    if (token.is(Word::parties)) // how many options those have is not seen from their lines
      return false;
  }
  if (options != ofEach)
    return false;
  auto& d = error("S0303", tokens_[at + 2].range, "a state of the list has a name before its letters");
  d.help = "write `s1` before the first, `s2` before the second, …, or better a word that says what happens";
  std::size_t number = 0;
  kept.insert(kept.end(), {tokens_[at], tokens_[at + 1]});
  for (std::size_t k = at + 2; k < end && k < tokens_.size(); ++k) {
    if (tokens_[k - 1].is(Kind::lineEnd)) {
      const std::string name = 's' + std::to_string(++number);
      const model::Range place{tokens_[k].range.begin, tokens_[k].range.begin};
      d.mend(place, name + ' ');
      Token named{Kind::name, Word::none_, place};
      saying(named, name);
      kept.push_back(named);
    }
    kept.push_back(tokens_[k]);
  }
  return true;
}

// states
//   calm = N N
bool TokenStream::sayEqualsBeforeLetters(std::size_t at, std::size_t end, std::vector<Token>& kept,
                                         std::size_t& next) {
  Diagnostic* said = nullptr;
  for (std::size_t k = at; k < end && k < tokens_.size(); ++k) {
    if (!tokens_[k].is(Kind::equals)) {
      kept.push_back(tokens_[k]);
      continue;
    }
    if (said == nullptr) {
      said = &error("S0301", tokens_[k].range, "no `=` stands before the letters of a state");
      said->help = "leave it out";
    }
    said->mend({tokens_[k - 1].range.end, tokens_[k].range.end}, "");
  }
  next = end;
  return true;
}

void TokenStream::sayHeadings() {
  std::vector<Token> kept;
  kept.reserve(tokens_.size());
  for (std::size_t at = 0; at < tokens_.size();) {
    const bool begins = at == 0 || tokens_[at - 1].is(Kind::lineEnd);
    std::size_t next = at + 1;
    if (!begins || at + 2 >= tokens_.size() || full()) {
      kept.push_back(tokens_[at]);
    } else if (const auto heading = headingAt(at); heading && heading->wishes) {
      sayWishesAbove(at, *heading, kept);
      next = heading->end;
    } else if (heading && sayOptionsAbove(at, *heading, kept, next)) {
      // `next` is after its lines
    } else if (tokens_[at + 1].is(Kind::lineEnd) && callsParties(model::lowerCase(text(tokens_[at]))) &&
               (tokens_[at].is(Kind::name) || (tokens_[at].is(Word::parties) &&
                                               (tokens_[at + 2].is(Word::party) || namedItemAt(at + 2))))) {
      sayPartiesAbove(at, kept, next);
    } else if (!sayStatesAbove(at, kept, next) && !sayNamedItem(at, kept, next)) {
      kept.push_back(tokens_[at]);
    }
    at = next;
  }
  tokens_ = std::move(kept);
}

// option France.strike
void TokenStream::dropOwnersOfOptions() {
  std::vector<Token> kept;
  kept.reserve(tokens_.size());
  std::string_view owner;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    const bool begins = at == 0 || tokens_[at - 1].is(Kind::lineEnd);
    kept.push_back(tokens_[at]);
    if (!begins || at + 3 >= tokens_.size())
      continue;
    if (tokens_[at].is(Word::party))
      owner = text(tokens_[at + 1]);
    const bool dotted = tokens_[at].is(Word::option) && tokens_[at + 1].is(Kind::name) &&
                        tokens_[at + 2].is(Kind::dot) && tokens_[at + 3].is(Kind::name);
    if (!dotted)
      continue;
    const std::string said(text(tokens_[at + 1]));
    const std::string here = "option " + std::string(text(tokens_[at + 3]));
    const model::Range gone{tokens_[at + 1].range.begin, tokens_[at + 3].range.begin};
    auto& d = error("S0307", {gone.begin, tokens_[at + 2].range.end},
                    "an option is declared by its own name, below its party");
    d.help = "write " + inMarks(here);
    if (said == owner)
      d.mend(gone, "");
    else
      d.help += " below " + inMarks("party " + said);
    at += 2;
  }
  tokens_ = std::move(kept);
}

} // namespace stasis::language
