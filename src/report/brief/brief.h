#pragma once

// The answer of `brief`: one page in plain words, as text, Markdown, one HTML file, or JSON
// (`stasis/brief-1`). It names no concept unless asked to. Nothing is computed here.

#include "analysis/brief/brief.h"
#include "evidence/citations.h"
#include "language/lexing/source_text.h"
#include "report/telling/look.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace stasis::report {

struct BriefView {
  stability::Engine& engine;
  const analysis::Brief& brief;
  const language::SourceText& source;
  const evidence::Coverage& coverage; ///< what has no citation
  bool concepts = false;              ///< whether concepts are named
  bool all = false;                   ///< whether all is told, and not the first of each kind
  /// Who says the words of a citation in its source; empty where that is not certain.
  std::function<std::string(const model::Citation&)> speaker = {};
};

std::string briefText(const BriefView& view, const Look& look);
std::string briefMarkdown(const BriefView& view);
std::string briefHtml(const BriefView& view);
std::string briefJson(const BriefView& view);

// The content that each rendering lays out in its own way (brief_story.cpp, brief_parts.h).

struct BriefParagraph {
  std::string lead; ///< what it is about, set off from the rest; may be empty
  std::string text;
  std::string quote = {};               ///< cited words; may be empty
  std::string quoted = {};              ///< where they stand
  std::string quotedFor = {};           ///< what they show: `Russia’s wish`
  std::string speaker = {};             ///< who says them; may be empty
  std::vector<std::string> points = {}; ///< one below another, after the text
};

enum class BriefPart : std::uint8_t { inShort, asked, today, reasons, others, assumed, missing };

struct BriefSection {
  std::string title;
  std::string opening; ///< a sentence before the paragraphs; may be empty
  std::vector<BriefParagraph> paragraphs;
  BriefPart part = BriefPart::inShort;
  bool leavesOut = false; ///< whether something is only counted
};

struct BriefStory {
  std::string title;
  std::vector<std::string> about;
  std::vector<BriefSection> sections;
  bool leavesOut = false; ///< whether something is only counted, which `BriefView::all` tells
};

BriefStory briefStory(const BriefView& view);
/// A section with its heading.
std::string sectionHtml(const BriefSection& section);

} // namespace stasis::report
