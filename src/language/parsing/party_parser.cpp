// `party`, `parties … of …`, and options on the line of a party.
#include "language/parsing/parser.h"

namespace stasis::language {

void Parser::party() {
  const std::size_t begin = stream_.position();
  stream_.next();
  const auto named = nameAndLabel("the name of a party");
  syntax::Party& party = file_.parties.emplace_back();
  partyOpen_ = true;
  if (!named)
    return abandon();
  party.name = named->name;
  party.label = named->label;
  party.labelWords = named->labelWords;
  party.words = stream_.wordsFrom(begin);
  if (stream_.peek().is(Kind::comma) || stream_.peek().is(Word::of) || stream_.peek().is(Word::and_))
    otherParties();
  else
    optionsBesideParty();
  finish(file_.parties.back().because);
}

// party France, Spain
void Parser::otherParties() {
  stream_.error("S0301", stream_.peek().range, "`party` declares one party").help =
      "write a line for each, with its own options below it, or `parties Family of A, B, …` for parties with "
      "the same options";
  while ((stream_.peek().is(Kind::comma) || stream_.peek().is(Word::and_)) &&
         stream_.peek(1).is(Kind::name)) {
    stream_.next();
    syntax::Party& other = file_.parties.emplace_back();
    other.name = stream_.text(stream_.next());
    other.words = other.name;
  }
  if (!stream_.atLineEnd())
    abandon();
}

// `party Dev = ship, wait`, `party Dev (ship, wait)`: options beside the name, two or more or after a sign.
void Parser::optionsBesideParty() {
  if (optionLinesBesideParty())
    return;
  const Token before = stream_.last();
  const Token sign = stream_.peek();
  std::size_t ahead = sign.is(Kind::equals) || sign.is(Kind::dash) || sign.is(Kind::leftParen) ? 1 : 0;
  const std::size_t spoken = ahead; // `with options`
  while (ahead - spoken < 3 && !stream_.isDeclared(stream_.text(stream_.peek(ahead))) &&
         (stream_.looksAt("with", ahead) || stream_.looksAt("has", ahead) || stream_.looksAt("can", ahead) ||
          stream_.looksAt("options", ahead) || stream_.looksAt("the", ahead)))
    ++ahead;
  const bool inWords = ahead > spoken;
  std::vector<Token> names;
  std::vector<std::string> labels;
  std::string lines;
  bool labelled = false;
  while (stream_.peek(ahead).is(Kind::name)) {
    names.push_back(stream_.peek(ahead++));
    labels.emplace_back();
    lines += "\n  option " + std::string(stream_.text(names.back()));
    if (stream_.peek(ahead).is(Kind::string)) {
      labelled = true;
      lines += ' ' + std::string(stream_.text(stream_.peek(ahead)));
      labels.back() = unquoted(stream_.text(stream_.peek(ahead++)));
    }
    if (!stream_.peek(ahead).is(Kind::comma))
      break;
    ++ahead;
  }
  if (sign.is(Kind::leftParen) && stream_.peek(ahead).is(Kind::rightParen))
    ++ahead;
  if (names.empty() ||
      (names.size() == 1 && !labelled && !inWords && !sign.is(Kind::equals) && stream_.text(sign) != ":") ||
      !stream_.atLineEnd(ahead))
    return;
  const model::Range whole{before.range.end, stream_.peek(ahead - 1).range.end};
  const std::size_t spokenEnd = spoken + (stream_.looksAt("the", spoken) ? 1 : 0);
  const bool called = std::ranges::all_of(
      names, [&](const Token& name) { return stream_.timesSaid(stream_.text(name)) > 1; });
  if (names.size() == 1 && !called && !labelled && stream_.peek(spokenEnd).range == names.front().range) {
    const auto words = stream_.source().text().substr(
        stream_.peek(spoken).range.begin, names.back().range.end - stream_.peek(spoken).range.begin);
    const std::string here(quoted(words));
    auto& d = stream_.error("S0310", {sign.range.begin, whole.end}, "these words are no label");
    d.help = "a label stands between `\"` marks: write " + inMarks(here) +
             "; if it is an option, write it on a line below, after `option`";
    d.propose(whole, ' ' + here);
    return stream_.toLineEnd();
  }
  auto& d = stream_.error("S0301", {names.front().range.begin, names.back().range.end},
                          "options stand below their party, a line for each");
  d.help = "write a line that begins with `option` for each";
  d.mend(whole, lines);
  d.fixIsSafe = called || labelled || (inWords && spokenEnd == spoken);
  for (std::size_t k = 0; k < names.size(); ++k) {
    syntax::Option& option = file_.parties.back().options.emplace_back();
    option.name = stream_.text(names[k]);
    option.label = labels[k];
  }
  for (std::size_t k = 0; k < ahead; ++k)
    stream_.next();
}

// party Council option cut option keep
bool Parser::optionLinesBesideParty() {
  std::vector<std::pair<Token, Token>> options; // the word and the name
  std::vector<std::string> labels;
  std::size_t ahead = 0;
  while (stream_.peek(ahead).is(Word::option) && stream_.peek(ahead + 1).is(Kind::name)) {
    options.emplace_back(stream_.peek(ahead), stream_.peek(ahead + 1));
    ahead += 2;
    labels.push_back(stream_.peek(ahead).is(Kind::string) ? unquoted(stream_.text(stream_.peek(ahead))) : "");
    ahead += labels.back().empty() ? 0 : 1;
    ahead += stream_.peek(ahead).is(Kind::comma) ? 1 : 0;
  }
  if (options.empty() || !stream_.atLineEnd(ahead))
    return false;
  auto& d = stream_.error("S0301", options.front().first.range, "each option has a line of its own");
  d.help = "begin a new line at each `option`";
  for (std::size_t k = 0; k < options.size(); ++k) {
    const std::string_view text = stream_.source().text();
    std::size_t begin = options[k].first.range.begin;
    while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t' || text[begin - 1] == ','))
      --begin;
    d.mend({begin, options[k].first.range.begin}, "\n  ");
    syntax::Option& option = file_.parties.back().options.emplace_back();
    option.name = stream_.text(options[k].second);
    option.label = labels[k];
  }
  for (std::size_t k = 0; k < ahead; ++k)
    stream_.next();
  return true;
}

// `parties A, B`: names without `of` are parties that have nothing in common.
bool Parser::partiesInList() {
  const Token keyword = stream_.peek();
  std::vector<Token> names;
  std::size_t ahead = 1;
  while (stream_.peek(ahead).is(Kind::name)) {
    names.push_back(stream_.peek(ahead++));
    if (!stream_.peek(ahead).is(Kind::comma) && !stream_.peek(ahead).is(Word::and_))
      break;
    ahead += stream_.peek(ahead + 1).is(Word::and_) ? 2 : 1;
  }
  if (names.size() < 2 || !stream_.atLineEnd(ahead))
    return false;
  const model::Range range{keyword.range.begin, names.back().range.end};
  auto& d = stream_.error("S0301", range, "`parties` declares a family: `parties Family of A, B, …`");
  std::string lines;
  bool below = false;
  for (const Token& name : names) {
    const auto declared = stream_.timesDeclared(stream_.text(name));
    below = below || declared > 1;
    if (declared < 2)
      lines += (lines.empty() ? "party " : "\nparty ") + std::string(stream_.text(name));
  }
  d.help = below ? "leave out the names that have a line of their own: each `party` is declared where its "
                   "options stand"
                 : "write `party` and a name for each, with its options below it";
  d.propose(range, lines);
  for (const Token& name : names)
    if (stream_.timesDeclared(stream_.text(name)) < 2)
      file_.parties.emplace_back().name = stream_.text(name);
  partyOpen_ = false;
  stream_.skipLine();
  return true;
}

void Parser::family() {
  if (partiesInList() || partiesBelow())
    return;
  const std::size_t begin = stream_.position();
  stream_.next();
  const auto named = nameAndLabel("the name of a family");
  syntax::Party& family = file_.parties.emplace_back();
  family.isFamily = true;
  partyOpen_ = true;
  if (!named)
    return abandon();
  family.name = named->name;
  family.label = named->label;
  family.labelWords = named->labelWords;
  if (stream_.atLineEnd() && membersBelow(family))
    return;
  const bool sign = stream_.peek().is(Kind::equals) ||
                    (stream_.peek().is(Kind::name) && stream_.peek(1).is(Kind::name)); // `are`, `include`
  if (!stream_.accept(Word::of)) {
    auto& d = stream_.expected("`of`");
    d.help = "write `parties Family of A, B, …`";
    if (sign)
      d.mend({stream_.last().range.end, stream_.peek().range.end}, " of");
    if (sign)
      stream_.next();
  }
  familyMembers(family);
  family.words = stream_.wordsFrom(begin);
  finish(family.because);
}

// `parties Rich`, and a name on each line below
bool Parser::membersBelow(syntax::Party& family) {
  const Token last = stream_.last();
  const std::size_t indent = stream_.indentation(last);
  const auto [names, ahead] = stream_.namesBelow(
      1, [&](const Token& first, const Token&) { return stream_.indentation(first) > indent; });
  if (names.empty())
    return false;
  std::string list;
  for (const Token& name : names)
    list += (list.empty() ? " of " : ", ") + std::string(stream_.text(name));
  auto& d = stream_.error("S0301", last.range, "the members of a family follow its name");
  d.help = "write " + inMarks("parties " + std::string(family.name) + list);
  d.propose({last.range.end, names.back().range.end}, list);
  for (const Token& name : names)
    family.members.push_back({stream_.text(name), {}, {}});
  family.words = stream_.text(last);
  for (std::size_t k = 0; k < ahead; ++k)
    stream_.next();
  return true;
}

void Parser::familyMembers(syntax::Party& family) {
  do {
    if (stream_.atLineEnd() && !stream_.last().is(Kind::comma) && !stream_.last().is(Word::of))
      return; // `of` is missing, and so reported
    const auto member = nameAndLabel("the name of a member");
    if (!member) {
      stream_.toLineEnd();
      return;
    }
    family.members.push_back({member->name, member->label, member->labelWords});
    if (stream_.peek().is(Word::and_)) {
      stream_.error("S0301", stream_.peek().range, "members are separated by commas")
          .mend({stream_.last().range.end, stream_.peek().range.end}, ",")
          .help = "write `,` for `and`";
      stream_.correct(Kind::comma);
    }
  } while (stream_.accept(Kind::comma));
}

} // namespace stasis::language
