// Threads of their own for the pages: neither a slow page nor the work of a password ever makes a kiosk wait.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wv::desk {

class Workers {
 public:
  using Task = std::function<void()>;
  explicit Workers(std::size_t threads, std::size_t most_waiting = 64);
  ~Workers();  // what was taken on is done first
  // False: too much waits already.
  bool take(Task task);

 private:
  void work();

  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable something_;
  std::deque<Task> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace wv::desk
