#include "evidence/citations.h"

#include "evidence/citable_text.h"
#include "evidence/cited_things.h"
#include "evidence/cut_words.h"
#include "evidence/kept_ledger.h"
#include "language/lexing/source_text.h"
#include "language/words/expression_text.h"
#include "language/words/statement_number.h"

#include <algorithm>
#include <memory>

namespace stasis::evidence {

using language::Severity;
using model::Citation;
using model::Conflict;
using model::Range;
using model::Source;
using model::SourceId;

namespace {

constexpr std::size_t mostShown = 200; // bytes of a passage

/// The passage on one line, cut between words if it is long.
std::string shown(std::string_view passage) {
  std::string line;
  for (const char c : passage) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space)
      line += c;
    else if (!line.ends_with(' '))
      line += ' ';
  }
  if (line.size() > mostShown) {
    const auto cut = line.rfind(' ', mostShown);
    line.resize(cut == std::string::npos ? mostShown : cut);
    while (!line.empty() && (line.back() & 0xC0) == 0x80) // never half a character
      line.pop_back();
    line += " …";
  }
  return line;
}

/// One source; it is opened once.
class OpenSource {
public:
  OpenSource(const Source& source, std::string text)
      : source_(source), text_(source.path, std::move(text)), words_(text_.text()) {}

  const std::string& name() const { return source_.name; }
  std::string_view text() const { return text_.text(); }
  const CitableText& words() const { return words_; }
  std::size_t line(Range range) const { return text_.lineAt(range.begin); }
  std::string place(Range range) const { return source_.path + ", line " + std::to_string(line(range)); }

private:
  const Source& source_;
  language::SourceText text_;
  CitableText words_;
};

class Checker {
public:
  Checker(const Conflict& conflict, const model::Views& views, std::string directory, const ReadSource& read,
          const ReadKeptLedger& ledgers)
      : c_(conflict), views_(views), directory_(std::move(directory)), read_(read), readLedger_(ledgers) {}

  CheckedCitations run() {
    for (const Source& source : c_.sources) {
      readPaths_.push_back(pathOf(source));
      sources_.push_back(open(source));
      ledgers_.push_back(readLedger_ ? readLedger_(ledgerPath(readPaths_.back()))
                                     : KeptLedger{{}, "was not read"});
    }
    std::vector<bool> cited(c_.sources.size(), false);
    forEachCitable(c_, views_, [&](const Cited& thing) {
      for (const Citation& citation : thing.because) {
        cited[citation.source.index()] = true;
        const std::size_t known = result_.found.size();
        check(citation);
        if (result_.found.size() > known && thing.kind == Citable::statement)
          compare(*thing.said, citation, result_.found.back().passage);
      }
    });
    for (std::size_t i = 0; i < cited.size(); ++i)
      if (!cited[i])
        warn("S0507", c_.sources[i].range, "nothing cites the source `" + c_.sources[i].name + "`");
    findUnused();
    language::sortByPlace(result_.diagnostics);
    return std::move(result_);
  }

private:
  const Conflict& c_;
  const model::Views& views_;
  std::string directory_;
  const ReadSource& read_;
  const ReadKeptLedger& readLedger_;
  std::vector<std::unique_ptr<OpenSource>> sources_; ///< null if it cannot be read
  std::vector<KeptLedger> ledgers_;
  std::vector<std::string> readPaths_; ///< of the sources, or of their extracts
  CheckedCitations result_;

  language::Diagnostic& error(std::string_view code, Range range, std::string message) {
    return result_.diagnostics.emplace_back(
        language::Diagnostic{Severity::error, code, range, std::move(message), {}, {}});
  }
  void warn(std::string_view code, Range range, std::string message) {
    result_.diagnostics.push_back({Severity::warning, code, range, std::move(message), {}, {}});
  }

  std::string pathOf(const Source& source) const {
    const bool relative = !source.path.starts_with('/');
    return relative && !directory_.empty() ? directory_ + '/' + source.path : source.path;
  }

  std::unique_ptr<OpenSource> open(const Source& source) {
    if (source.path.empty()) // reported where it is declared
      return nullptr;
    const std::string path = pathOf(source);
    SourceContent content = read_(path);
    if (!content.extract.empty())
      readPaths_.back() = content.extract;
    if (content.text) {
      auto opened = std::make_unique<OpenSource>(source, std::move(*content.text));
      content.problem = opened->words().problem();
      if (content.problem.empty())
        return opened;
    }
    auto& d = error("S0505", source.range,
                    "the source `" + source.name + "` cannot be checked: " + path + ' ' + content.problem);
    d.note = "its citations were not checked";
    return nullptr;
  }

  void check(const Citation& citation) {
    if (const auto number = language::statementNumber(citation.words))
      return checkStatement(*number, citation);
    const Quotation quotation(citation.words);
    const OpenSource* source = sources_[citation.source.index()].get();
    if (quotation.pieces().empty()) {
      error("S0504", citation.wordsRange, "this citation quotes no words");
      return;
    }
    if (source == nullptr)
      return;
    const Search search = source->words().find(quotation);
    if (search.found) {
      result_.found.push_back({citation.source, citation.range, *search.found, source->line(*search.found)});
      warnOfCut(citation, *search.found, *source);
    } else
      reportMissing(citation, quotation, search.missing, *source);
  }

  // --- whether the words say it

  void warnOfCut(const Citation& citation, Range passage, const OpenSource& source) {
    const auto cut = cutAt(source.text(), passage);
    if (!cut)
      return;
    auto& d = result_.diagnostics.emplace_back(
        language::Diagnostic{Severity::warning,
                             "S0510",
                             citation.wordsRange,
                             cut->before ? "these words begin right after `" + cut->word + "` in the source"
                                         : "these words end right before `" + cut->word + "` in the source",
                             {},
                             {}});
    d.help = "cite that word as well, and see that the line says the same";
  }

  /// Compares a preference with what the ledger has for the passage it cites.
  void compare(const model::Expression& said, const Citation& citation, Range passage) {
    const auto& entries = ledgers_[citation.source.index()].entries;
    const auto at = std::ranges::find_if(entries, [&](const LedgerEntry& entry) {
      const Range words = entry.said().range;
      return words.begin <= passage.begin && passage.end <= words.end;
    });
    if (at == entries.end() || !opposite(said, *at))
      return;
    auto& d = result_.diagnostics.emplace_back(
        language::Diagnostic{Severity::warning,
                             "S0511",
                             citation.wordsRange,
                             "the ledger has the opposite of this preference: statement " +
                                 std::to_string(at->id) + " is " + std::string(word(at->polarity)),
                             {},
                             {}});
    d.note = "it says: \"" + shown(at->said().read()) + '"';
  }
  /// Certain only if the statement's words are reported together with the act they reverse, or bind the
  /// speaker.
  static bool opposite(const model::Expression& said, const LedgerEntry& entry) {
    std::span<const model::Expression::Node> nodes = said.nodes();
    const bool conditional = nodes.back().op == model::Expression::Op::whenever;
    if (conditional)
      nodes = model::Expression::operandsOf(nodes).front();
    const bool negated = nodes.back().op == model::Expression::Op::negation;
    if (nodes.back().op != model::Expression::Op::option && !(negated && nodes.size() == 2))
      return false;
    if (entry.polarity == Polarity::negative)
      return !negated && !(entry.condition && entry.condition->marker != "if");
    const bool binds = entry.kind == SpeechAct::commitment || entry.kind == SpeechAct::offer ||
                       entry.kind == SpeechAct::agreement || entry.kind == SpeechAct::demand ||
                       entry.kind == SpeechAct::request;
    return negated && binds && entry.content && !entry.quote && !entry.condition && !conditional;
  }

  // --- because report#4

  void checkStatement(std::size_t number, const Citation& citation) {
    const Source& source = c_.source(citation.source);
    const OpenSource* text = sources_[citation.source.index()].get();
    const LedgerEntry* entry = statement(number, citation, source);
    if (entry == nullptr || text == nullptr)
      return;
    const Search search = text->words().find(Quotation(entry->said().text));
    if (search.found) {
      result_.found.push_back({citation.source, citation.range, *search.found, text->line(*search.found)});
      return;
    }
    auto& d = error("S0509", citation.wordsRange,
                    "statement " + std::to_string(entry->id) + " is no longer in `" + source.name + "`: \"" +
                        shown(entry->said().text) + '"');
    if (const auto near = text->words().nearest(entry->said().text))
      d.note = "the nearest passage is in " + text->place(near->range) + ": \"" + shown(near->words) + '"';
    d.help = "`stasis read " + pathOf(source) + " --save` refreshes the ledger";
  }

  const LedgerEntry* statement(std::size_t number, const Citation& citation, const Source& source) {
    const KeptLedger& ledger = ledgers_[citation.source.index()];
    const std::string path = ledgerPath(readPaths_[citation.source.index()]);
    if (!ledger.problem.empty()) {
      auto& d = error("S0508", citation.wordsRange,
                      "the ledger of `" + source.name + "` cannot be used: " + path + ' ' + ledger.problem);
      d.help = "`stasis read " + pathOf(source) + " --save` writes it";
      return nullptr;
    }
    const auto at = std::ranges::find(ledger.entries, number, &LedgerEntry::id);
    if (at != ledger.entries.end())
      return &*at;
    error("S0508", citation.wordsRange,
          "the ledger of `" + source.name + "` has no statement " + std::to_string(number))
        .help = "`stasis read " + pathOf(source) + "` lists those it has";
    return nullptr;
  }

  /// O(statements × citations of their source).
  void findUnused() {
    for (std::size_t i = 0; i < ledgers_.size(); ++i)
      for (const LedgerEntry& entry : ledgers_[i].entries) {
        const Range said = entry.said().range;
        const bool used = std::ranges::any_of(result_.found, [&](const FoundCitation& one) {
          return one.source == SourceId(i) && one.passage.begin < said.end && said.begin < one.passage.end;
        });
        if (!used)
          result_.unused.push_back({SourceId(i), entry, sources_[i] ? sources_[i]->line(said) : 1});
      }
  }

  void reportMissing(const Citation& citation, const Quotation& quotation, std::size_t missing,
                     const OpenSource& source) {
    const std::string& piece = quotation.pieces()[missing];
    const bool alone = quotation.pieces().size() == 1;
    const std::string what = alone ? "these words are" : "the words \"" + shown(piece) + "\" are";
    if (!alone && source.words().find(Quotation(piece)).found) {
      error("S0506", citation.wordsRange,
            what + " in `" + source.name() + "`, but not after those quoted before them");
      return;
    }
    auto& d = error("S0506", citation.wordsRange, what + " not in `" + source.name() + "`");
    if (const auto* other = elsewhere(quotation, citation.source)) {
      d.help = "they are in `" + other->name() + "`";
    } else if (const auto near = source.words().nearest(piece)) {
      d.note = "the nearest passage is in " + source.place(near->range);
      d.help = "did you mean \"" + shown(near->words) + "\"?";
    }
  }

  const OpenSource* elsewhere(const Quotation& quotation, SourceId cited) const {
    for (std::size_t i = 0; i < sources_.size(); ++i)
      if (SourceId(i) != cited && sources_[i] && sources_[i]->words().find(quotation).found)
        return sources_[i].get();
    return nullptr;
  }
};

/// `Iran: wait`, what Iran sees; a state that it is blind to has no condition, and so no words of its own.
std::string viewWords(const Cited& thing, const Conflict& conflict) {
  const std::string& seer = conflict.party(thing.party).name;
  return thing.said != nullptr ? seer + ": " + language::text(*thing.said, conflict) : seer + ": blind";
}

std::string wordsOf(const Cited& thing, const Conflict& conflict) {
  switch (thing.kind) {
  case Citable::party: return conflict.party(thing.party).name;
  case Citable::option: return conflict.nameOf(model::OptionId(thing.position));
  case Citable::view: return viewWords(thing, conflict);
  default: return language::text(*thing.said, conflict);
  }
}

} // namespace

CheckedCitations checkCitations(const Conflict& conflict, const std::string& directory,
                                const ReadSource& read, const ReadKeptLedger& ledgers,
                                const model::Views& views) {
  return Checker(conflict, views, directory, read, ledgers).run();
}

Coverage coverage(const Conflict& conflict, const model::Views& views) {
  Coverage result;
  forEachCitable(conflict, views, [&](const Cited& thing) {
    ++result.citable;
    if (thing.because.empty())
      result.uncited.push_back({thing.kind, wordsOf(thing, conflict), thing.party, thing.range});
  });
  return result;
}

} // namespace stasis::evidence
