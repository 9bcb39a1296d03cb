// A few threads for what costs processor time, signatures above all, so that neither the sockets nor the
// writer of the store wait for it.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wv::central {

// Thread-safe. Work is begun in the order in which it came.
class Workers {
 public:
  using Work = std::function<void()>;

  // With no threads, whoever brings work does it.
  explicit Workers(unsigned threads, std::size_t most_waiting = 8192);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // New work. False: too much waits already, and this was not taken.
  [[nodiscard]] bool offer(Work work);
  // What ends work that was taken before: it is never refused.
  void finish(Work work);
  // Does what waits and ends the threads; what is brought from then on is done by who brings it.
  void stop();

 private:
  bool add(Work& work, std::size_t room);
  void run();

  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable something_to_do_;
  std::deque<Work> waiting_;
  bool stopping_;
  std::vector<std::thread> threads_;
};

}  // namespace wv::central
