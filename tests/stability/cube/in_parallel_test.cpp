// Work spread over threads: every place once, exceptions told, calls inside calls and from several threads.
#include "stability/cube/in_parallel.h"
#include "stability/errand.h"
#include "stability/threads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <stop_token>
#include <thread>
#include <vector>

namespace stasis::stability {
namespace {

/// So many threads while a test runs.
class Threads {
public:
  explicit Threads(std::size_t count) { useThreads(count); }
  ~Threads() { useThreads(0); }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;
};

bool visitsAllOnce(std::size_t count, std::size_t grain) {
  std::vector<std::atomic<int>> visits(count);
  inParallel(count, grain, {}, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      ++visits[i];
  });
  return std::ranges::all_of(visits, [](const auto& visited) { return visited == 1; });
}

TEST(InParallel, VisitsEveryPlaceOnce) {
  for (const std::size_t threads : {1U, 2U, 3U, 16U}) {
    const Threads used(threads);
    for (const std::size_t count : {0U, 1U, 2U, 63U, 64U, 65U, 1000U, 4097U})
      for (const std::size_t grain : {0U, 1U, 7U, 64U, 5000U})
        EXPECT_TRUE(visitsAllOnce(count, grain)) << threads << " threads, " << count << " in " << grain;
  }
}

TEST(InParallel, PiecesAreNoLargerThanAskedFor) {
  const Threads used(4);
  std::atomic<std::size_t> largest = 0;
  inParallel(100'000, 128, {}, [&](std::size_t begin, std::size_t end) {
    std::size_t known = largest;
    while (known < end - begin && !largest.compare_exchange_weak(known, end - begin)) {
    }
  });
  EXPECT_EQ(largest, 128U);
}

TEST(InParallel, AnExceptionOfAPieceIsThrownAgain) {
  const Threads used(4);
  for (int run = 0; run < 200; ++run) {
    std::atomic<std::size_t> begun = 0;
    EXPECT_THROW(inParallel(1000, 1, {},
                            [&](std::size_t begin, std::size_t) {
                              ++begun;
                              if (begin == 3)
                                throw std::runtime_error("three");
                            }),
                 std::runtime_error);
    EXPECT_GT(begun, 0U);
  }
  EXPECT_TRUE(visitsAllOnce(1000, 1)) << "and the threads work on";
}

TEST(InParallel, AnErrandThatEndsEndsTheWork) {
  const Threads used(3);
  std::stop_source stop;
  Errand errand;
  errand.stop = stop.get_token();
  std::atomic<std::size_t> begun = 0;
  EXPECT_THROW(inParallel(1'000'000, 1, errand,
                          [&](std::size_t, std::size_t) {
                            if (++begun == 10)
                              stop.request_stop();
                          }),
               LimitReached);
  EXPECT_LT(begun, 1'000'000U);
}

TEST(InParallel, CallsInsideCallsAndFromSeveralThreadsEnd) {
  const Threads used(3);
  std::atomic<std::size_t> sum = 0;
  const auto asks = [&] {
    for (int run = 0; run < 50; ++run)
      inParallel(20, 1, {}, [&](std::size_t, std::size_t) {
        inParallel(30, 2, {}, [&](std::size_t begin, std::size_t end) { sum += end - begin; });
      });
  };
  {
    const std::vector<std::jthread> askers = [&] {
      std::vector<std::jthread> all;
      for (int i = 0; i < 4; ++i)
        all.emplace_back(asks);
      return all;
    }();
  }
  EXPECT_EQ(sum, 4U * 50U * 20U * 30U);
}

} // namespace
} // namespace stasis::stability
