#pragma once

// Where one message ends and the next begins in a stream of bytes. There are two framings: a head with
// `Content-Length` before each message (Language Server Protocol 3.17, base protocol), and one message a line
// (Model Context Protocol, stdio transport). Bytes that fit neither are reported once and skipped up to the
// next place where a message can begin, so that the stream goes on.
//
// Linear in the bytes; holds at most one message of `mostMessageBytes`. Tested by tests/rpc/framing_test.cpp,
// cut at every byte.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace stasis::rpc {

inline constexpr std::size_t mostMessageBytes = std::size_t{64} << 20U;

/// A message, or the problem with the bytes where one should be.
struct Frame {
  std::string body;
  std::string problem; ///< empty: the body is a message
};

class Framing {
public:
  virtual ~Framing() = default;
  /// Takes more bytes of the stream.
  virtual void feed(std::string_view bytes) = 0;
  /// The next frame, if it is complete.
  virtual std::optional<Frame> next() = 0;
  /// The bytes that carry this message.
  virtual std::string framed(std::string_view body) const = 0;
};

class HeadFraming : public Framing {
public:
  void feed(std::string_view bytes) override;
  std::optional<Frame> next() override;
  std::string framed(std::string_view body) const override;

private:
  std::optional<Frame> skipTo(std::size_t place, std::string problem);
  std::optional<Frame> head();
  std::optional<Frame> outsideAMessage();

  std::string held_;
  std::optional<std::size_t> length_; ///< of the next body
  std::size_t toSkip_ = 0;            ///< bytes of a body that is too long
  bool lost_ = false;                 ///< between messages, in bytes that have already been reported
};

class LineFraming : public Framing {
public:
  void feed(std::string_view bytes) override;
  std::optional<Frame> next() override;
  std::string framed(std::string_view body) const override;

private:
  std::string held_;
  std::size_t searched_ = 0; ///< bytes of it that have no line end
  bool tooLong_ = false;
};

} // namespace stasis::rpc
