#pragma once

// A studio on a folder of its own, served by this process, its children the program under test.

#include "client.h"
#include "studio/server.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <thread>

namespace stasis::test {

using Json = nlohmann::json;

/// A temporary folder, gone at the end.
class Scene {
public:
  Scene();
  ~Scene();
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void put(const std::string& name, const std::string& text) const;
  std::string text(const std::string& name) const;

private:
  std::filesystem::path path_;
};

extern const std::string smallConflict;
/// Two million states or so: seconds of work.
std::string largeConflict(int options = 21);

struct StudioSettings {
  std::string open; ///< in the scene; empty: the folder
  bool readOnly = false;
  studio::JobLimits jobs = {};
  studio::ChildLimits limits = {};
};

class Studio {
public:
  explicit Studio(const Scene& scene, const StudioSettings& settings = {});
  ~Studio();
  Studio(const Studio&) = delete;
  Studio& operator=(const Studio&) = delete;

  int port() const { return server_->port(); }
  std::string token() const;
  /// With a session of its own, made on first demand.
  Head head();
  Reply get(const std::string& target) { return ask(port(), "GET", target, head()); }
  Reply send(const std::string& method, const std::string& target, const Json& body) {
    return ask(port(), method, target, head(), body.dump());
  }
  /// POST /api/run with this text; its body.
  Json run(const std::string& verb, const std::string& text, const std::vector<std::string>& arguments = {},
           const Json& path = nullptr);

private:
  std::unique_ptr<studio::Api> api_;
  std::unique_ptr<studio::Server> server_;
  std::thread serving_;
  std::string cookie_;
  std::string key_;
};

/// How many processes there are whose command line has this word.
std::size_t processesWith(const std::string& word);

} // namespace stasis::test
