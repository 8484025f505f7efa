#pragma once

// The ledger of a report: who said what, to whom, on what condition, and where exactly in the text. An entry
// is one statement: direct (its words stand between quotation marks), mixed, or indirect ("Putin indicated
// that …"). If it is not clear who speaks, the entry has no speaker: that is better than a wrong one.
//
// Invariants: ranges are bytes [begin, end) of the report's file. In plain text in UTF-8, every text is
// exactly the bytes of its range. In a page, or in another encoding, it is the words at that place, without
// tags and entities. Entries stand in the order of the text and are numbered from 1 within their report.

#include "model/range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

/// The speech act: what is done by saying it.
enum class SpeechAct : std::uint8_t {
  threat,
  commitment,
  demand,
  offer,
  refusal,
  request,
  accusation,
  denial,
  agreement,
  report,
};

/// `threat`, `commitment` …
std::string_view word(SpeechAct act);
std::optional<SpeechAct> speechActNamed(std::string_view word);

/// The polarity of the reported act: `negative` in "promised not to attack", "would never pay".
enum class Polarity : std::uint8_t { positive, negative };

/// Whether the statement was made at all. If it is not `asserted`, nobody has said it: it is kept apart and
/// marked.
enum class Reality : std::uint8_t {
  asserted,
  denied,       ///< "denied that she had threatened to …": the threat
  negated,      ///< "did not promise to …", "nobody promised to …"
  hypothetical, ///< "if he had said …", "might promise to …", "hopes he will promise to …"
  asked,        ///< "asked whether he would promise to …"
  reported,     ///< at two removes: "rumours that she threatened to …", "said that Ito told him that …"
};

std::string_view word(Polarity polarity);
std::string_view word(Reality reality);
std::optional<Polarity> polarityNamed(std::string_view word);
std::optional<Reality> realityNamed(std::string_view word);

/// The value of `how` and `decidedBy` if an analyst has decided.
inline constexpr std::string_view byAnalyst = "analyst";

enum class Confidence : std::uint8_t { low, medium, high };

std::string_view word(Confidence confidence);
std::optional<Confidence> confidenceNamed(std::string_view word);

/// A passage of the report.
struct Passage {
  std::string text;
  model::Range range;
  std::string words = {}; ///< as they are read, where the text has more than words: a word cut at a line end,
                          ///< the mark of a note. Empty: the text

  const std::string& read() const { return words.empty() ? text : words; }
};

/// `if any troops appear there`: the marker is the word or words that introduce it, the text is what follows.
struct Condition {
  std::string marker; ///< lower case: `if`, `only if`, `provided that`
  Passage clause;
};

/// One of several who speak together.
struct SpeakerName {
  std::string name;               ///< the fullest one in the report
  std::optional<Passage> mention; ///< the words that refer to the speaker here
  std::optional<std::string> principal;
};

struct LedgerEntry {
  std::size_t id = 0;
  std::string source; ///< the path of the report, as given
  model::Range sentence;
  std::optional<std::string> speaker; ///< the fullest name in the report
  std::optional<Passage> mention;     ///< the words that refer to the speaker here
  std::vector<SpeakerName> speakers;  ///< all who speak, the first as above; empty if nobody could be named
  std::string how; ///< how the mention was resolved: `name`, `pronoun`, `title`, `continuation` …
  std::optional<std::string> principal; ///< the state or body that the speaker speaks for
  std::optional<std::string> addressee;
  std::string verb; ///< of speech, as in the text: `warned`; empty if there is none
  SpeechAct kind = SpeechAct::report;
  std::string decidedBy;          ///< the words that decided the kind
  std::optional<Passage> quote;   ///< the words between the marks; absent in an indirect statement
  std::optional<Passage> content; ///< the content clause of an indirect or mixed statement
  std::optional<Condition> condition;
  std::optional<Passage> consequence;
  Polarity polarity = Polarity::positive;
  Reality reality = Reality::asserted;
  Confidence confidence = Confidence::low;
  std::string rule; ///< which rule found it: `before-quote`, `after-quote`, `according-to` …
  std::string path; ///< how the tree of the sentence decided, word by word; empty if it did not

  std::string review; ///< `accepted` or `corrected` by an analyst; empty: neither

  /// What was said: the quote if there is one, else the content clause.
  const Passage& said() const { return quote ? *quote : *content; }
};

struct Ledger {
  std::string source;
  std::optional<std::string> date; ///< of the report, `2025-04-08`, if it gives one
  std::string encoding;            ///< `UTF-8`, `windows-1252`
  std::string language;            ///< of what is read, and of most of the report: `en`
  std::vector<std::string> notes;  ///< what the reader of the report should know
  std::string problem;             ///< why it could not be read; empty if it was
  std::vector<LedgerEntry> entries;
  std::vector<LedgerEntry> unreal; ///< what was denied, negated, supposed, asked or reported at two removes
};

} // namespace stasis::evidence
