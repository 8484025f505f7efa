#pragma once

// What a page says about itself outside its prose: `article:published_time` and the like, `<time>`, the date
// in JSON-LD; its title. The most reliable one counts. O(the head).

#include "evidence/text/page.h"

#include <gumbo.h>

namespace stasis::evidence {

class FactFinder {
public:
  /// Called for every element in the order of the page.
  void see(const GumboNode& node);
  PageFacts take() &&;

private:
  void meta(const GumboElement& element);
  void script(const GumboElement& element);
  void date(std::string_view written, int trust);
  void title(std::string_view written, int trust);

  PageFacts facts_;
  int dateTrust_ = 0;
  int titleTrust_ = 0;
};

} // namespace stasis::evidence
