#pragma once

// The HTTP API without HTTP: a request in, an answer out, all JSON (docs/studio-api.md). It computes nothing:
// every verb runs in a child process, whose JSON is passed on unchanged. This and the gate, which knows the
// verbs, decide what requests may ask for.
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
  std::function<bool()> gone; ///< whether the client has left
};

struct Answer {
  int status = 200;
  std::string body;
};

/// What may be run: the verbs; and, for a verb with arguments, the words for a child process that reads the
/// model from standard input and answers on standard output.
struct VerbGate {
  std::vector<std::string> verbs;
  std::function<std::variant<std::vector<std::string>, Refusal>(const std::string& verb,
                                                                const std::vector<std::string>& arguments)>
      words;
  /// The same for `read` and `draft` on reports: verb, paths, arguments.
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
  /// What makes room where the system gives no more processes. Set before anything is asked.
  void onNoRoom(std::function<void()> makeRoom) { makeRoom_ = std::move(makeRoom); }
  /// Releases every waiting request and stops the child processes.
  void close() { jobs_.close(); }

private:
  Answer session();
  Answer files() const;
  Answer file(const std::string& path);
  Answer revision(const std::string& path);
  Answer letGo(const std::string& path);
  Answer save(const Ask& ask);
  Answer galleryEntry(const std::string& name) const;
  Answer source(const std::string& path) const;
  Answer run(const Ask& ask);
  Answer begin(const Ask& ask);
  Answer report(const Ask& ask);
  Answer putReport(const Ask& ask);
  Answer reports(const Ask& ask);
  Answer job(const Ask& ask, const std::string& id);

  /// The folder of a model at this path, and the folder that its sources may not leave.
  std::variant<std::pair<std::string, std::string>, Refusal> foldersOf(const nlohmann::json& path);
  std::variant<ChildTask, Answer> taskOf(const std::string& body);
  std::variant<ChildTask, Answer> taskOf(const nlohmann::json& body, const std::string& verb,
                                         const std::vector<std::string>& arguments);
  std::variant<ChildTask, Answer> onReports(const nlohmann::json& body);
  /// Runs it to the end; none if there is no room or nobody is waiting any more.
  std::variant<std::shared_ptr<const ChildEnd>, Answer> runNow(ChildTask task, const Ask& ask);
  std::optional<JobNews> overSoon(Jobs::Id id, const Ask& ask);
  Answer answerOf(std::variant<ChildTask, Answer> task, const Ask& ask);

  Folder folder_;
  VerbGate gate_;
  ApiSettings settings_;
  Claims claims_;
  Gallery gallery_;
  std::mutex saving_;
  std::function<void()> makeRoom_;
  Jobs jobs_;
};

} // namespace stasis::studio
