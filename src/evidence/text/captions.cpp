#include "evidence/text/captions.h"

#include "evidence/text/turn_label.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

bool isTimes(std::string_view words) {
  const std::size_t arrow = words.find("-->");
  return arrow != std::string_view::npos && arrow > 4 && words[0] >= '0' && words[0] <= '9' &&
         words.substr(0, arrow).find(':') != std::string_view::npos;
}

bool isNumber(std::string_view words) {
  return !words.empty() && std::ranges::all_of(words, [](char c) { return c >= '0' && c <= '9'; });
}

class CaptionReader {
public:
  explicit CaptionReader(std::string_view text) : text_(text) {}

  Paragraphs run() {
    bool inCaption = false;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      std::string_view line = text_.substr(at, end - at);
      if (line.ends_with('\r'))
        line.remove_suffix(1);
      if (isTimes(line))
        inCaption = true;
      else if (line.empty())
        inCaption = false;
      else if (inCaption)
        takeLine(line, at);
      at = end + 1;
    }
    return out_.take();
  }

private:
  void takeLine(std::string_view line, std::size_t base) {
    if (line.starts_with("- ") || line.starts_with(">>") || (!line.starts_with('<') && turnLabelAt(line)))
      out_.paragraph();
    std::size_t at = line.starts_with("- ") ? 2 : 0;
    out_.space({base, base});
    while (at < line.size()) {
      const std::size_t tag = line.find('<', at);
      out_.copy(line.substr(at, tag == std::string_view::npos ? tag : tag - at), base + at);
      if (tag == std::string_view::npos)
        return;
      at = takeTag(line, tag, base);
    }
  }

  /// `<v Ana Bell>` opens a turn, unless the same voice goes on; `<i>`, `<c.loud>`, `<00:01.000>` are
  /// dropped.
  std::size_t takeTag(std::string_view line, std::size_t tag, std::size_t base) {
    const std::size_t close = line.find('>', tag);
    if (close == std::string_view::npos) {
      out_.copy(line.substr(tag), base + tag);
      return line.size();
    }
    const std::string_view inside = line.substr(tag + 1, close - tag - 1);
    const std::size_t space = inside.find(' ');
    if (inside.starts_with('v') && space != std::string_view::npos && (space == 1 || inside[1] == '.')) {
      const std::string_view voice = inside.substr(space + 1);
      if (voice != voice_)
        openVoice(voice, base + tag + 2 + space);
    }
    return close + 1;
  }

  void openVoice(std::string_view voice, std::size_t at) {
    voice_ = voice;
    out_.paragraph(ParagraphKind::label);
    out_.copy(voice, at);
    out_.put(":", {at + voice.size(), at + voice.size()});
    out_.space({at + voice.size(), at + voice.size() + 1});
  }

  std::string_view text_;
  ParagraphWriter out_;
  std::string_view voice_;
};

} // namespace

bool areCaptions(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF"))
    text.remove_prefix(3);
  if (text.starts_with("WEBVTT"))
    return true;
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size() && lines < 6; ++lines) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (isTimes(text.substr(at, end - at)))
      return true;
    if (end > at && !isNumber(text.substr(at, end - at - (text[end - 1] == '\r' ? 1 : 0))))
      return false;
    at = end + 1;
  }
  return false;
}

Paragraphs layOutCaptions(std::string_view text) { return CaptionReader(text).run(); }

} // namespace stasis::evidence
