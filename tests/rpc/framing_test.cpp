#include "rpc/framing.h"

#include <gtest/gtest.h>

#include <vector>

namespace stasis::rpc {
namespace {

std::vector<Frame> framesIn(Framing& framing, std::string_view bytes, std::size_t step) {
  std::vector<Frame> frames;
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    framing.feed(bytes.substr(at, step));
    while (auto frame = framing.next())
      frames.push_back(std::move(*frame));
  }
  return frames;
}

std::string bodies(const std::vector<Frame>& frames) {
  std::string all;
  for (const Frame& frame : frames)
    all += frame.problem.empty() ? "[" + frame.body + "]" : "!";
  return all;
}

TEST(HeadFraming, MessagesComeWholeHoweverTheyAreCut) {
  const std::string stream = HeadFraming().framed("{\"a\":1}") + HeadFraming().framed("") +
                             "content-type: x\r\nCONTENT-LENGTH:  3 \r\n\r\nabc" + "Content-Length: 2\n\nxy";
  for (std::size_t step = 1; step <= stream.size(); ++step) {
    HeadFraming framing;
    EXPECT_EQ(bodies(framesIn(framing, stream, step)), "[{\"a\":1}][][abc][xy]") << "in pieces of " << step;
  }
}

TEST(HeadFraming, WhatIsNoMessageIsSaidOnceAndSkipped) {
  for (const std::string junk :
       {"{\"jsonrpc\":\"2.0\"}\n", "\xff\xfe\x00\x01 junk\nmore junk\n", "Content-Length: x\r\n\r\n",
        "Content-Length: -5\r\n\r\n", "Nothing: here\r\n\r\n", "Content\r\n\r\n"}) {
    const std::string stream = junk + HeadFraming().framed("next");
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}, stream.size()}) {
      HeadFraming framing;
      EXPECT_EQ(bodies(framesIn(framing, stream, step)), "![next]") << junk << " in pieces of " << step;
    }
  }
}

TEST(HeadFraming, AMessageThatIsTooLongIsSkipped) {
  const std::size_t most = mostMessageBytes + 1;
  HeadFraming framing;
  framing.feed("Content-Length: " + std::to_string(most) + "\r\n\r\n");
  ASSERT_TRUE(framing.next().has_value());
  framing.feed(std::string(most, ' ') + framing.framed("next"));
  EXPECT_EQ(framing.next().value_or(Frame{}).body, "next");
}

TEST(HeadFraming, EndlessBytesWithoutAHeadAreNotKept) {
  HeadFraming framing;
  std::size_t problems = 0;
  for (int i = 0; i < 1000; ++i) {
    framing.feed(std::string(1 << 14, '\x80'));
    while (framing.next())
      ++problems;
  }
  EXPECT_EQ(problems, 1U);
}

TEST(LineFraming, ALineIsAMessage) {
  const std::string stream = "{\"a\":1}\r\n\n  \n{\"b\":2}\n";
  for (std::size_t step = 1; step <= stream.size(); ++step) {
    LineFraming framing;
    EXPECT_EQ(bodies(framesIn(framing, stream, step)), "[{\"a\":1}][{\"b\":2}]");
  }
}

TEST(LineFraming, ALineThatIsTooLongIsSaidOnceAndSkipped) {
  LineFraming framing;
  std::string seen;
  for (int i = 0; i < 80; ++i) {
    framing.feed(std::string(std::size_t{1} << 20U, 'x'));
    while (auto frame = framing.next())
      seen += frame->problem.empty() ? "[]" : "!";
  }
  framing.feed("\nnext\n");
  while (auto frame = framing.next())
    seen += frame->body;
  EXPECT_EQ(seen, "!next");
}

} // namespace
} // namespace stasis::rpc
