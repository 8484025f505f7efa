#include "report/telling/progress_words.h"

#include <algorithm>

namespace stasis::report {

std::string shortTime(std::chrono::seconds time) {
  const auto seconds = std::max<long long>(time.count(), 0);
  if (seconds < 100)
    return std::to_string(seconds) + " s";
  if (seconds < 6000)
    return std::to_string((seconds + 30) / 60) + " min";
  return std::to_string((seconds + 1800) / 3600) + " h";
}

std::string progressWords(std::string_view phase, std::size_t done, std::size_t total,
                          std::chrono::milliseconds since, std::chrono::milliseconds still) {
  std::string line(phase);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since);
  const std::string soFar = "  " + shortTime(seconds) + " so far";
  if (total == 0)
    return line + (done > 0 ? "  " + std::to_string(done) : "") + soFar;
  done = std::min(done, total);
  line += "  " + std::to_string(100 * done / total) + " %";
  if (total != 100)
    line += " (" + std::to_string(done) + " of " + std::to_string(total) + ")";
  if (done == 0)
    return line + soFar;
  const double each = static_cast<double>((since - still).count()) / static_cast<double>(done);
  const double left = (each * static_cast<double>(total - done) - static_cast<double>(still.count())) / 1000;
  if (left < 0 && still > std::chrono::seconds(1))
    return line + soFar;
  return line + "  about " +
         shortTime(std::chrono::seconds(static_cast<long long>(std::max(left, 0.0)) + 1)) + " left";
}

} // namespace stasis::report
