#pragma once

// What `stasis help TOPIC` explains besides verbs and codes: the ideas of the field in plain words, each with
// its definition, an example that runs, and its source. Concepts of the table (model/concept.h) have topics
// under their keys.
//
// Tested by tests/cli/topics_test.cpp: every topic is reachable, every concept has one, every example runs.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::cli {

struct Topic {
  std::string_view name; ///< as the user types it
  std::string_view title;
  std::string_view plain;      ///< one sentence that anyone understands
  std::string_view definition; ///< the exact definition, in the terms of docs/concepts.md
  std::string_view example;    ///< a command on the gallery
  std::string_view shows;      ///< what the example shows
  std::string_view source;
  std::vector<std::string_view> others; ///< other words for it
};

std::span<const Topic> topics();
/// Finds it by its name or one of the other words, ignoring case; null if there is none.
const Topic* findTopic(std::string_view word);
/// The topic as a page of text.
std::string told(const Topic& topic, std::size_t columns);
/// All topics, one line each.
std::string topicList();

} // namespace stasis::cli
