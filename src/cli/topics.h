#pragma once

// What `stasis help TOPIC` tells besides verbs and codes: the ideas of the field in plain words, each with
// its definition, an example that runs, and its source. Concepts of the table (model/concept.h) have their
// topics under their keys.
//
// Tested by tests/cli/topics_test.cpp: every topic is reachable, every concept has one, every example runs.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::cli {

struct Topic {
  std::string_view name; ///< as typed
  std::string_view title;
  std::string_view plain;      ///< one sentence anyone understands
  std::string_view definition; ///< exactly, in the terms of docs/concepts.md
  std::string_view example;    ///< a command on the gallery
  std::string_view shows;      ///< what it shows
  std::string_view source;
  std::vector<std::string_view> others; ///< other words for it
};

std::span<const Topic> topics();
/// By its name or one of the other words, without regard to case; null if there is none.
const Topic* findTopic(std::string_view word);
/// The topic as a page of text.
std::string told(const Topic& topic, std::size_t columns);
/// All topics, a line each.
std::string topicList();

} // namespace stasis::cli
