#include "evidence/text/document.h"

#include "evidence/text/captions.h"
#include "evidence/text/language.h"
#include "evidence/text/plain_layout.h"
#include "evidence/text/print_marks.h"

#include <algorithm>
#include <map>

namespace stasis::evidence {

Document::Document(std::string_view bytes, FilePart part)
    : bytes_(bytes), stages_(std::move(part.stages)), sender_(std::move(part.sender)) {
  decodeBytes(lastStage(), part.charset);
  if (problem_.empty())
    layOutText(lastStage());
  if (part.date)
    facts_.date = part.date;
  if (part.title)
    facts_.title = part.title;
}

void Document::decodeBytes(std::string_view bytes, const std::string& charset) {
  if (bytes.size() > longestText) {
    problem_ = "is longer than " + std::to_string(longestText >> 20U) + " MiB: split it into its reports";
    return;
  }
  Decoded decoded = decode(bytes, charset);
  encoding_ = decoded.encoding;
  problem_ = decoded.problem;
  if (!problem_.empty())
    return;
  if (!decoded.note.empty())
    notes_.push_back(decoded.note);
  if (!decoded.asIs)
    stages_.push_back(std::move(decoded.text));
  const std::string_view text = lastStage();
  if (const std::size_t at = text.find('\0'); at != std::string_view::npos)
    problem_ = "is not plain text: there is a NUL byte in line " + std::to_string(lineAt(text, at));
}

void Document::layOutText(std::string_view text) {
  isPage_ = looksLikePage(text);
  if (isPage_) {
    Page page = readPage(text);
    problem_ = std::move(page.problem);
    laidOut_ = std::move(page.paragraphs);
    facts_ = std::move(page.facts);
  } else {
    laidOut_ = areCaptions(text) ? layOutCaptions(text) : layOut(text);
  }
  clean_ = withoutPrintMarks(laidOut_, !isPage_);
  for (std::size_t at = 0; starts_.size() < clean_.kinds.size(); at = clean_.text.text().find('\n', at) + 1)
    starts_.push_back(at);
  findLanguages();
}

/// A text in one language is asked once, any other by paragraph.
void Document::findLanguages() {
  const LanguageFound all = languageOf(text());
  language_ = all.code;
  if (all.isEnglish() && !all.isMixed)
    return;
  std::map<std::string, std::size_t> foreign;
  for (std::size_t p = 0; p < starts_.size(); ++p) {
    const std::size_t end = p + 1 < starts_.size() ? starts_[p + 1] - 1 : text().size();
    const std::string_view words = std::string_view(text()).substr(starts_[p], end - starts_[p]);
    const LanguageFound one = languageOf(words);
    const bool isShort = words.size() < 40 && !all.isEnglish(); // counts as the rest
    if (one.isEnglish() && !isShort)
      continue;
    clean_.kinds[p] = ParagraphKind::foreign;
    ++foreign[isShort ? all.name : one.name];
  }
  const bool whole = !all.isEnglish() && foreign.size() == 1 && foreign.begin()->second == starts_.size();
  if (whole)
    notes_.push_back("is in " + all.name + ": only English is read");
  else
    for (const auto& [name, count] : foreign)
      notes_.push_back(std::to_string(count) + (count == 1 ? " paragraph in " : " paragraphs in ") + name +
                       (count == 1 ? " is" : " are") + " not read");
}

model::Range Document::original(model::Range range) const {
  model::Range at = laidOut_.text.original(clean_.text.original(range));
  for (auto stage = stages_.rbegin(); stage != stages_.rend(); ++stage)
    at = stage->original(at);
  return at;
}

ParagraphKind Document::kindAt(std::size_t at) const {
  const auto next = std::ranges::upper_bound(starts_, at);
  return next == starts_.begin() ? ParagraphKind::body
                                 : clean_.kinds[static_cast<std::size_t>(next - starts_.begin()) - 1];
}

std::string_view Document::cited(model::Range range) const {
  if (isPage_ || !stages_.empty())
    return words(range);
  const model::Range at = original(range);
  return bytes_.substr(at.begin, at.end - at.begin);
}

} // namespace stasis::evidence
