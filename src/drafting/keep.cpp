#include "drafting/keep.h"

#include "drafting/doing.h"
#include "drafting/draft_text.h"
#include "drafting/short_name.h"
#include "evidence/grammar/parse.h"
#include "evidence/reading/lexicon.h"
#include "language/lexing/token.h"
#include "language/parse.h"
#include "language/words/expression_text.h"

#include <algorithm>
#include <map>

namespace stasis::drafting {

using model::Conflict;
using model::OptionId;
using model::PartyId;

namespace {

std::string bareName(std::string_view name) {
  std::string text = evidence::lowerCase(name);
  std::ranges::replace(text, '_', ' ');
  return text.starts_with("the ") ? text.substr(4) : text;
}

std::optional<Deed> deedOfLabel(const std::string& label) {
  const std::string words = "to " + label;
  const auto tree = evidence::grammar::parse(words, model::Range{0, words.size()});
  const auto doings = doingsOf(tree, Voice::told);
  if (doings.size() != 1 || doings.front().negative)
    return std::nullopt;
  return doings.front().deed;
}

class Keeper {
public:
  Keeper(const std::string& text, const Conflict& model, const std::vector<DraftReport>& reports,
         const Sketch& sketch)
      : text_(text), m_(model), reports_(reports), s_(sketch),
        citations_(reports_, given(model), sources(model)) {}

  Drafted run() {
    matchParties();
    matchOptions();
    addOptions();
    addWishes();
    result_.unused = s_.leftOut.size();
    result_.text = inserted();
    if (result_.options + result_.wishes > 0 &&
        language::hasErrors(language::parse(language::SourceText("model", result_.text)).diagnostics))
      result_.text = asComments();
    return std::move(result_);
  }

private:
  const std::string& text_;
  const Conflict& m_;
  const std::vector<DraftReport>& reports_;
  const Sketch& s_;
  exchange::GivenNames given_;
  CitationLines citations_;
  std::vector<std::optional<PartyId>> partyOf_; ///< the model's party for each party of the sketch
  std::vector<std::string> partyNames_;
  std::vector<std::optional<OptionId>> optionOf_;
  std::vector<std::string> optionNames_;
  std::map<std::size_t, std::string> insertions_; ///< by byte of the text
  std::string end_;                               ///< what is appended
  Drafted result_;

  exchange::GivenNames& given(const Conflict& model) {
    for (const auto& one : model.parties)
      given_.give(one.name);
    for (const auto& one : model.options)
      given_.give(one.name);
    for (const auto& one : model.sources)
      given_.give(one.name);
    for (const auto& one : model.defines)
      given_.give(one.name);
    for (const auto& one : model.families)
      given_.give(one.name);
    for (const auto& one : model.named)
      given_.give(one.name);
    return given_;
  }
  static std::vector<std::pair<std::string, std::string>> sources(const Conflict& model) {
    std::vector<std::pair<std::string, std::string>> known;
    for (const auto& source : model.sources)
      known.emplace_back(source.path, source.name);
    return known;
  }

  // --- what is the same

  void matchParties() {
    for (const SketchParty& one : s_.parties) {
      std::optional<PartyId> found;
      for (std::size_t p = 0; p < m_.parties.size(); ++p)
        for (const std::string& mine : {one.name, one.label})
          if (bareName(m_.parties[p].name) == bareName(mine) ||
              (!m_.parties[p].label.empty() && bareName(m_.parties[p].label) == bareName(mine)))
            found = PartyId(p);
      partyOf_.push_back(found);
      partyNames_.push_back(found ? m_.party(*found).name : given_.give(one.name));
    }
  }
  void matchOptions() {
    for (const SketchOption& one : s_.options) {
      std::optional<OptionId> found;
      if (const auto owner = partyOf_[one.party]) {
        const auto& party = m_.party(*owner);
        for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o) {
          const auto& option = m_.options[o];
          const auto told = option.label.empty() ? std::nullopt : deedOfLabel(option.label);
          if (option.name == one.name || (told && sameDeed(*told, one.deed)))
            found = OptionId(o);
        }
      }
      optionOf_.push_back(found);
      optionNames_.push_back(found ? m_.nameOf(*found)
                                   : given_.give(given_.has(one.name)
                                                     ? longerNameOf(one.deed, partyNames_[one.party])
                                                     : one.name));
    }
  }

  // --- where it goes

  /// The end of the line at a byte, and of the `because` lines and comments below it.
  std::size_t behind(std::size_t byte) const {
    std::size_t end = std::min(text_.find('\n', byte), text_.size());
    while (end < text_.size()) {
      const std::size_t next = std::min(text_.find('\n', end + 1), text_.size());
      const std::string_view line = std::string_view(text_).substr(end + 1, next - end - 1);
      const auto first = line.find_first_not_of(" \t");
      if (first == std::string_view::npos || first == 0 || !line.substr(first).starts_with("because"))
        break;
      end = next;
    }
    return end;
  }
  void insert(std::size_t at, const std::string& lines) { insertions_[at] += lines; }

  // --- what is new

  std::string optionLines(std::size_t i) {
    ++result_.options;
    return "  option " + optionNames_[i] + ' ' + language::quoted(labelOf(s_.options[i].deed.label)) + '\n' +
           citations_.because(s_.options[i].because, "    ");
  }
  void addOptions() {
    for (std::size_t p = 0; p < s_.parties.size(); ++p) {
      std::string lines;
      for (std::size_t i = 0; i < s_.options.size(); ++i)
        if (s_.options[i].party == p && !optionOf_[i])
          lines += optionLines(i);
      if (!partyOf_[p]) {
        ++result_.parties;
        const std::string label = labelOf(s_.parties[p].label);
        end_ += "party " + partyNames_[p] +
                (label == partyNames_[p] ? std::string() : ' ' + language::quoted(label)) + '\n' + lines;
        continue;
      }
      if (lines.empty())
        continue;
      const auto& party = m_.party(*partyOf_[p]);
      const std::size_t last = party.optionCount == 0
                                   ? party.range.begin
                                   : m_.options[party.firstOption + party.optionCount - 1].range.begin;
      insert(behind(last), lines);
    }
  }
  void addWishes() {
    for (std::size_t p = 0; p < s_.parties.size(); ++p) {
      std::string lines;
      for (const Wish& wish : s_.parties[p].wishes)
        if (const std::string said = wishText(wish, optionNames_); !has(partyOf_[p], said)) {
          ++result_.wishes;
          lines += "  " + said + '\n' + citations_.because(wish.because, "    ");
        }
      if (lines.empty())
        continue;
      const auto* block =
          partyOf_[p] ? std::get_if<model::Prioritised>(&m_.party(*partyOf_[p]).preference) : nullptr;
      if (block != nullptr && !block->tiers.empty())
        insert(behind(block->tiers.back().back().range.begin), lines);
      else
        end_ += "prefer " + partyNames_[p] + '\n' + lines;
    }
  }
  bool has(const std::optional<PartyId>& party, const std::string& said) const {
    if (!party)
      return false;
    const auto* block = std::get_if<model::Prioritised>(&m_.party(*party).preference);
    return block != nullptr && std::ranges::any_of(block->tiers, [&](const auto& tier) {
             return std::ranges::any_of(
                 tier, [&](const model::Statement& one) { return language::text(one.wanted, m_) == said; });
           });
  }

  // --- the text

  std::string added() const { return citations_.sources() + end_; }
  std::string inserted() const {
    std::string out;
    std::size_t from = 0;
    for (const auto& [at, lines] : insertions_) {
      out += text_.substr(from, at - from);
      out += '\n' + lines.substr(0, lines.size() - 1);
      from = at;
    }
    out += text_.substr(from);
    const std::string more = added();
    if (!more.empty())
      out += std::string(out.ends_with('\n') ? "" : "\n") + "\n# Added from later reports:\n" + more;
    return out + (insertions_.empty() && more.empty() ? "" : leftOutText(s_, reports_, citations_));
  }
  /// As comments, if the model has no place for it.
  std::string asComments() const {
    std::string lines = added();
    for (const auto& [at, more] : insertions_)
      lines += more;
    std::string out = text_ + (text_.ends_with('\n') ? "" : "\n") +
                      "\n# Later reports add this, which this model has no place for:\n";
    std::size_t from = 0;
    while (from < lines.size()) {
      const std::size_t next = lines.find('\n', from);
      out += "#   " + lines.substr(from, next - from) + '\n';
      from = next + 1;
    }
    return out;
  }
};

} // namespace

Drafted keep(const std::string& text, const Conflict& model, const std::vector<DraftReport>& reports,
             std::size_t mostOptions) {
  const Sketch made = sketchOf(reports, mostOptions);
  return Keeper(text, model, reports, made).run();
}

} // namespace stasis::drafting
