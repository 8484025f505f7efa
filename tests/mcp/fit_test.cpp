#include "mcp/fit.h"

#include <gtest/gtest.h>

#include <deque>
#include <random>

namespace stasis::mcp {
namespace {

std::string sized(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json randomValue(std::mt19937& random, int depth) {
  static const std::vector<std::string> pieces{"a", "é", "😀", "\"", "\\", "\n", "word "};
  switch (depth > 0 ? random() % 4 : random() % 2) {
  case 0: return random() % 1000;
  case 1: {
    std::string text;
    for (std::size_t n = random() % 80; n > 0; --n)
      text += pieces[random() % pieces.size()];
    return text;
  }
  case 2: {
    Json list = Json::array();
    for (std::size_t n = random() % 12; n > 0; --n)
      list.push_back(randomValue(random, depth - 1));
    return list;
  }
  default: {
    Json object = Json::object();
    for (std::size_t n = random() % 12; n > 0; --n)
      object["k/~" + std::to_string(random() % 50)] = randomValue(random, depth - 1);
    return object;
  }
  }
}

/// Puts a piece where it belongs.
void join(Json& whole, const std::string& part, const Json& piece) {
  Json& place = part.empty() ? whole : whole[Json::json_pointer(part)];
  if (piece.is_string())
    place = place.get<std::string>() + piece.get<std::string>();
  else if (piece.is_array())
    for (const Json& one : piece)
      place.push_back(one);
  else
    for (const auto& [name, value] : piece.items())
      place[name] = value;
}

TEST(Fit, EveryByteCanBeHadInParts) {
  std::mt19937 random(5);
  for (int round = 0; round < 400; ++round) {
    const Json value = randomValue(random, 4);
    const std::size_t most = 100 + random() % 400;
    Fitted first = fit(value, most);
    Json whole = first.value;
    std::deque<Cut> cuts(first.cuts.begin(), first.cuts.end());
    std::size_t asked = 0;
    while (!cuts.empty()) {
      ASSERT_LT(++asked, 20000U);
      const Cut cut = cuts.front();
      cuts.pop_front();
      const auto part = partOf(value, cut.part);
      ASSERT_TRUE(part.has_value()) << cut.part;
      EXPECT_EQ(cut.of, part->is_string() ? part->get<std::string>().size() : part->size());
      Fitted next = fit(*part, most, cut.part, cut.from);
      join(whole, cut.part, next.value);
      cuts.insert(cuts.end(), next.cuts.begin(), next.cuts.end());
    }
    ASSERT_EQ(whole, value) << sized(value);
  }
}

TEST(Fit, StaysNearItsSize) {
  std::mt19937 random(9);
  for (int round = 0; round < 200; ++round) {
    const Json value = randomValue(random, 5);
    EXPECT_LE(sized(fit(value, 2000).value).size(), 4000U);
  }
  Json states = Json::object();
  for (int i = 0; i < 20000; ++i)
    states["feasible"].push_back({{"id", i}, {"options", "YNYNYNYNY"}});
  states["name"] = "kept";
  const Fitted fitted = fit(states, 9000);
  EXPECT_LE(sized(fitted.value).size(), 9100U);
  EXPECT_EQ(fitted.value["name"], "kept");
  ASSERT_EQ(fitted.cuts.size(), 1U);
  EXPECT_EQ(fitted.cuts[0].part, "/feasible");
  EXPECT_EQ(fitted.cuts[0].of, 20000U);
  EXPECT_GT(fitted.cuts[0].from, 150U);
}

TEST(Fit, WhatIsShortIsWhole) {
  const Json value{{"a", {1, 2, 3}}};
  EXPECT_TRUE(fit(value, 100).cuts.empty());
  EXPECT_EQ(fit(value, 100).value, value);
  EXPECT_EQ(fit(value["a"], 100, "/a", 2).value, Json::array({3}));
  EXPECT_EQ(fit(value["a"], 100, "/a", 7).value, Json::array());
}

TEST(Fit, CountsAndParts) {
  const Json value{{"a", {1, 2}}, {"b", {{"c", {1}}}}, {"d", 5}};
  EXPECT_EQ(countsOf(value, 10), (Json{{"/a", 2}, {"/b/c", 1}}));
  EXPECT_FALSE(partOf(value, "/x").has_value());
  EXPECT_FALSE(partOf(value, "no pointer").has_value());
  EXPECT_FALSE(partOf(value, "/a/9").has_value());
  EXPECT_EQ(partOf(value, ""), value);
}

} // namespace
} // namespace stasis::mcp
