#pragma once

// What an editor and this server have agreed on, the texts that are open, and what is known of each.
//
// Tested by tests/lsp/server_test.cpp.

#include "lsp/document.h"
#include "lsp/study.h"
#include "rpc/message.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>

namespace stasis::lsp {

/// Why a request gets no result, as an error of the protocol.
class Refused : public std::runtime_error {
public:
  Refused(rpc::Failure failure, const std::string& why) : std::runtime_error(why), failure_(failure) {}
  rpc::Failure failure() const { return failure_; }

private:
  rpc::Failure failure_;
};

/// Thrown if more must be known than is known so far; the request is tried again when there is news.
struct NotYet {};

struct OpenText {
  Document document;
  std::optional<std::string> folder;
  std::int64_t revision = 0; ///< counts every change, whatever versions the editor gives
  Studied known;             ///< of the newest revision that has been read; the text may be newer

  bool isRead() const { return known.reading != nullptr && known.reading->version() == revision; }
  bool isInspected() const { return isRead() && known.inspection != nullptr; }
  /// The text has been judged, or there is nothing to judge.
  bool isJudged() const { return isRead() && known.over; }

  /// When to show the problems of the reading alone, if nothing more is known by then.
  std::optional<std::chrono::steady_clock::time_point> showAt;
};

struct Session {
  std::string version; ///< of the program
  Encoding encoding = Encoding::utf16;
  bool versionedEdits = false; ///< the editor accepts changes that name a version
  bool markdown = true;
  std::map<std::string, OpenText, std::less<>> texts;
  /// Has the tables of a text made in the background; news follows when they are ready.
  std::function<void(const std::string& uri)> wantTables;

  /// Throws Refused if the text is not open.
  OpenText& text(const std::string& uri);
};

} // namespace stasis::lsp
