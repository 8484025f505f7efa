// What stands around names in other languages: braces around blocks and lists, and quotation marks around
// what is called. The tokens become what they mean, so that nothing else goes wrong with them.
#include "language/lexing/any_script.h"
#include "language/parsing/statement_words.h"
#include "language/parsing/token_stream.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {

// --- braces

// `party A {` … `}`: one error for all of them. `{a, b}` and `[a, b]`: one each.
void TokenStream::dropBraces() {
  const auto isLineEnd = [&](std::size_t at) {
    return tokens_[at].is(Kind::lineEnd) || tokens_[at].is(Kind::end);
  };
  std::vector<model::Range> blocks;
  std::vector<Token> kept;
  kept.reserve(tokens_.size());
  std::optional<model::Range> open;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    const Token& token = tokens_[at];
    const bool begins = kept.empty() || kept.back().is(Kind::lineEnd);
    if (!token.is(Kind::brace)) {
      if (!(token.is(Kind::lineEnd) && begins)) // a line of braces alone has gone
        kept.push_back(token);
      continue;
    }
    const bool opens = text(token) == "{" || text(token) == "[";
    if (opens ? isLineEnd(at + 1) : begins) {
      blocks.push_back({begins || kept.empty() ? token.range.begin : kept.back().range.end, token.range.end});
    } else if (opens) {
      open = token.range;
      auto& d = error("S0105", token.range, inMarks(text(token)) + " has no meaning here");
      d.help = "leave it out: a list has nothing around it";
      std::size_t close = at + 1;
      while (!isLineEnd(close) && !tokens_[close].is(Kind::brace))
        ++close;
      d.mend(token.range, "");
      if (tokens_[close].is(Kind::brace))
        d.mend(tokens_[close].range, "").help = "leave both of them out: a list has nothing around it";
    } else if (!open) {
      error("S0105", token.range, inMarks(text(token)) + " has no meaning here").mend(token.range, "").help =
          "leave it out";
    } else {
      open.reset();
    }
  }
  tokens_ = std::move(kept);
  if (blocks.empty())
    return;
  const model::Range first{blocks.front().end - 1, blocks.front().end};
  auto& d = error("S0105", first, inMarks(source_.text().substr(first.begin, 1)) + " has no meaning here");
  d.help = "leave all braces out: a block goes on until another statement begins";
  for (const model::Range place : blocks)
    d.mend(place, "");
}

// --- labels in the place of names

namespace {

/// `withdraw_troops` for "Withdraw troops", `North` for "The North"; empty where nothing is left.
std::string nameFromLabel(std::string_view label, bool lower) {
  std::string name;
  std::string word;
  const auto take = [&] {
    const bool article = name.empty() && (word == "the" || word == "The" || word == "A" || word == "a");
    if (!word.empty() && !article)
      name += (name.empty() ? "" : "_") + word;
    word.clear();
  };
  for (const char c : label) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (plain || (c & 0x80) != 0)
      word += c;
    else if (c != '\'')
      take();
  }
  take();
  if (lower && !name.empty() && name.front() >= 'A' && name.front() <= 'Z')
    name.front() = static_cast<char>(name.front() - 'A' + 'a');
  return isName(name) && wordOf(name) == Word::none_ ? name : std::string();
}

/// A thing that has a label, by which the file may call it.
struct Labelled {
  std::string name;
  Word declaredBy = Word::none_; ///< `party`, `option`, …
  std::size_t declared = 0;      ///< the token of the label
  bool nameless = false;         ///< the label stands in the place of a name
  bool twice = false;            ///< another thing has this label, too
  std::vector<model::Range> called{};
};

std::string_view thing(Word word) {
  switch (word) {
  case Word::party: return "a party";
  case Word::option: return "an option";
  case Word::state: return "a state";
  default: return "a condition";
  }
}

/// True for statements whose texts, and those of the lines below that begin with no statement, are no names.
bool holdsTexts(Word word) {
  return word == Word::conflict || word == Word::about || word == Word::source || word == Word::because ||
         word == Word::party || word == Word::parties || word == Word::option || word == Word::state ||
         word == Word::states;
}

using ByLabel = std::map<std::string, Labelled>;

/// What the file declares with a label; of one that has no name, the name that its label gives it.
ByLabel labelledThings(const TokenStream& stream, const std::vector<Token>& tokens) {
  ByLabel all;
  std::set<std::string> madeNames;
  for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
    if (at > 0 && !tokens[at - 1].is(Kind::lineEnd))
      continue;
    const Token& first = tokens[at];
    const Word word = wordOrSynonym(first, stream.text(first));
    const bool declares =
        word == Word::party || word == Word::option || word == Word::state || word == Word::define;
    const bool nameless = tokens[at + 1].is(Kind::string) && !tokens[at + 2].is(Kind::name);
    const bool named = tokens[at + 1].is(Kind::name) && tokens[at + 2].is(Kind::string);
    if (!declares || (!nameless && !named))
      continue;
    const std::size_t place = nameless ? at + 1 : at + 2;
    const std::string label = unquoted(stream.text(tokens[place]));
    std::string name =
        nameless ? nameFromLabel(label, word == Word::option) : std::string(stream.text(tokens[at + 1]));
    if (name.empty() || (nameless && !madeNames.insert(name).second))
      continue;
    const auto [one, isNew] = all.emplace(label, Labelled{std::move(name), word, place, nameless});
    one->second.twice = !isNew;
  }
  return all;
}

} // namespace

// `option "Withdraw troops"` and, below `prefer`, `"Withdraw troops"`: both become `withdraw_troops`.
void TokenStream::nameLabels() {
  ByLabel things = labelledThings(*this, tokens_);
  if (things.empty())
    return;
  std::vector<Token> kept;
  kept.reserve(tokens_.size());
  bool texts = false;
  bool cited = false;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    Token token = tokens_[at];
    if (at == 0 || tokens_[at - 1].is(Kind::lineEnd)) {
      const Word word = wordOrSynonym(token, text(token));
      texts = beginsStatement(word) ? holdsTexts(word) : texts;
      cited = false;
    }
    cited = cited || token.is(Word::because);
    const auto found = token.is(Kind::string) ? things.find(unquoted(text(token))) : things.end();
    if (found != things.end() && found->second.declared == at && found->second.nameless) {
      Token name{Kind::name, Word::none_, token.range};
      saying(name, found->second.name);
      kept.push_back(name);
    } else if (found != things.end() && found->second.declared != at && !found->second.twice && !texts &&
               !cited) {
      found->second.called.push_back(token.range);
      token.kind = Kind::name;
      saying(token, found->second.name);
    }
    kept.push_back(token);
  }
  for (const auto& [label, one] : things)
    one.nameless ? sayNameless(tokens_[one.declared], one.name, thing(one.declaredBy), one.called)
                 : sayCalledByLabel(one.name, one.called);
  tokens_ = std::move(kept);
}

// `rank The elder daughter` of `party Ann "The elder daughter"`; also after `attitude` and `for` in its
// line.
void TokenStream::namePartiesByLabel() {
  std::map<std::string, std::string> names; // by labels of several words; empty: two parties have it
  for (std::size_t at = 0; at + 2 < tokens_.size(); ++at)
    if (tokens_[at].is(Word::party) && tokens_[at + 1].is(Kind::name) && tokens_[at + 2].is(Kind::string))
      if (const std::string label = unquoted(text(tokens_[at + 2])); label.find(' ') != std::string::npos)
        if (const auto [one, isNew] = names.emplace(label, text(tokens_[at + 1])); !isNew)
          one->second.clear();
  if (names.empty())
    return;
  std::vector<Token> kept;
  kept.reserve(tokens_.size());
  bool attitudes = false;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    const Token token = tokens_[at];
    kept.push_back(token);
    const bool begins = at == 0 || tokens_[at - 1].is(Kind::lineEnd);
    if (begins)
      attitudes = token.is(Kind::name) && text(token) == "attitude";
    const bool heads = begins && (token.is(Word::prefer) || token.is(Word::rank) || token.is(Word::weigh));
    const bool towards = attitudes && (begins || text(token) == "for" || text(token) == "against");
    if ((!heads && !towards) || at + 1 >= tokens_.size())
      continue;
    const std::size_t begin = tokens_[at + 1].range.begin;
    const std::string_view rest = source_.text().substr(begin);
    for (auto one = names.rbegin(); one != names.rend(); ++one) { // the longer before what it begins with
      const auto& [label, name] = *one;
      if (name.empty() || !rest.starts_with(label) ||
          (rest.size() > label.size() &&
           std::string_view(" \t\r\n,:;").find(rest[label.size()]) == std::string_view::npos))
        continue;
      const model::Range said{begin, begin + label.size()};
      sayCalledByLabel(name, {said});
      Token called{Kind::name, Word::none_, said};
      saying(called, name);
      kept.push_back(called);
      while (at + 1 < tokens_.size() && tokens_[at + 1].range.begin < said.end &&
             !tokens_[at + 1].is(Kind::lineEnd))
        ++at;
      break;
    }
  }
  tokens_ = std::move(kept);
}

void TokenStream::sayNameless(const Token& label, const std::string& name, std::string_view what,
                              const std::vector<model::Range>& called) {
  auto& d =
      error("S0303", label.range, "a label stands where the name of " + std::string(what) + " is expected");
  const std::string here =
      unquoted(text(label)) == name ? name : name + ' ' + std::string(text(label)); // `"Ontario"`: no label
  d.help = "write " + inMarks(here) + ": the rest of the file calls it by its name";
  d.mend(label.range, here);
  for (const model::Range place : called)
    d.mend(place, name);
}

void TokenStream::sayCalledByLabel(const std::string& name, const std::vector<model::Range>& called) {
  for (const model::Range place : called)
    error("S0303", place, "it is called by its name, not by its label").mend(place, name).help =
        "write " + inMarks(name);
}

} // namespace stasis::language
