// A queue, and threads that empty it.
#include "sync/central/workers.h"

#include <limits>

namespace wv::central {

Workers::Workers(unsigned threads, std::size_t most_waiting)
    : most_waiting_(most_waiting), stopping_(threads == 0) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
  stop();
}

void Workers::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  something_to_do_.notify_all();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

bool Workers::offer(Work work) {
  return add(work, most_waiting_);
}

void Workers::finish(Work work) {
  add(work, std::numeric_limits<std::size_t>::max());
}

bool Workers::add(Work& work, std::size_t room) {
  {
    const std::lock_guard lock(mutex_);
    if (!stopping_) {
      if (waiting_.size() >= room) return false;
      waiting_.push_back(std::move(work));
      something_to_do_.notify_one();
      return true;
    }
  }
  work();
  return true;
}

void Workers::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    something_to_do_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    {
      const Work work = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      work();
    }
    lock.lock();
  }
}

}  // namespace wv::central
