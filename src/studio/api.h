#pragma once

// The HTTP API without the HTTP: a request in, an answer out, all JSON (docs/studio-api.md). Computes
// nothing: every verb runs in a child whose JSON is handed on as it is. What requests may ask for is decided
// here and by the gate that knows the verbs.
//
// Threads: any. Tested over a real socket in tests/studio.

#include "studio/claim.h"
#include "studio/folder.h"
#include "studio/gallery.h"
#include "studio/jobs.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace stasis::studio {

struct Ask {
  std::string method;
  std::string path;
  std::map<std::string, std::string> query;
  std::string body;
  std::function<bool()> gone; ///< whether whoever asked has left
};

struct Answer {
  int status = 200;
  std::string body;
};

/// What may be run: the verbs, and from a verb with its arguments to the words of a child that reads the
/// model from standard input and answers on standard output.
struct VerbGate {
  std::vector<std::string> verbs;
  std::function<std::variant<std::vector<std::string>, Refusal>(const std::string& verb,
                                                                const std::vector<std::string>& arguments)>
      words;
  /// The same of `read` and `draft` on reports: verb, their paths, arguments.
  std::function<std::variant<std::vector<std::string>, Refusal>(const std::string& verb,
                                                                const std::vector<std::string>& reports,
                                                                const std::vector<std::string>& arguments)>
      onReports;
};

struct ApiSettings {
  std::string version;
  bool readOnly = false;
  JobLimits jobs = {};
};

/// `{"error": …, "help": …}`.
Answer refused(int status, const std::string& message, const std::string& help = {});

class Api {
public:
  Api(Folder folder, VerbGate gate, Jobs::Runner runner, ApiSettings settings);

  Answer answer(const Ask& ask);
  /// Lets go of whoever waits; children are stopped.
  void close() { jobs_.close(); }

private:
  Answer session();
  Answer files() const;
  Answer file(const std::string& path);
  Answer revision(const std::string& path) const;
  Answer save(const Ask& ask);
  Answer galleryEntry(const std::string& name) const;
  Answer source(const std::string& path) const;
  Answer run(const Ask& ask);
  Answer begin(const Ask& ask);
  Answer report(const Ask& ask);
  Answer putReport(const Ask& ask);
  Answer reports(const Ask& ask);
  Answer job(const Ask& ask, const std::string& id);

  /// The folder of a model at this path, and the folder it may not leave.
  std::variant<std::pair<std::string, std::string>, Refusal> foldersOf(const nlohmann::json& path);
  std::variant<ChildTask, Answer> taskOf(const std::string& body);
  std::variant<ChildTask, Answer> taskOf(const nlohmann::json& body, const std::string& verb,
                                         const std::vector<std::string>& arguments);
  std::variant<ChildTask, Answer> onReports(const nlohmann::json& body);
  /// Runs to the end; none where there is no place or nobody waits any more.
  std::variant<std::shared_ptr<const ChildEnd>, Answer> runNow(ChildTask task, const Ask& ask);
  std::optional<JobNews> overSoon(Jobs::Id id, const Ask& ask);
  Answer answerOf(std::variant<ChildTask, Answer> task, const Ask& ask);

  Folder folder_;
  VerbGate gate_;
  ApiSettings settings_;
  Claims claims_;
  Gallery gallery_;
  std::mutex saving_;
  Jobs jobs_;
};

} // namespace stasis::studio
