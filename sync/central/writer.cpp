// Group commit: take everything that waits, write it in one transaction, then tell everybody at once.
#include "sync/central/writer.h"

#include <iterator>

namespace wv::central {

using base::ErrorCode;
using base::fail;

Writer::Writer(std::unique_ptr<Books> books, Open open, Limits limits)
    : limits_(limits), open_(std::move(open)), books_(std::move(books)), thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  something_to_do_.notify_one();
  thread_.join();
}

void Writer::submit(Work work, Finished finished) {
  {
    const std::lock_guard lock(mutex_);
    if (!stopping_ && waiting_.size() < limits_.queue) {
      waiting_.push_back({std::move(work), std::move(finished), {}});
      if (waiting_.size() == 1) something_to_do_.notify_one();
      return;
    }
  }
  finished(fail(ErrorCode::Unavailable, "too much waits to be written"));
}

std::vector<Writer::Task> Writer::next_group() {
  std::unique_lock lock(mutex_);
  something_to_do_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  if (waiting_.size() <= limits_.group) return std::exchange(waiting_, {});
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(limits_.group);
  std::vector<Task> group(std::move_iterator(waiting_.begin()), std::move_iterator(end));
  waiting_.erase(waiting_.begin(), end);
  return group;
}

void Writer::run() {
  for (auto group = next_group(); !group.empty(); group = next_group()) {
    write(group);
    if (books_) books_->wipe_if_erased();
    for (auto& task : group) task.finished(std::move(task.outcome));
  }
}

void Writer::write(std::vector<Task>& group) {
  auto written = reopen_if_needed();
  if (written) written = write_together(group);
  if (written) return;
  // Nobody in this group is on disk. What state the connection is in is anybody's guess, so it goes.
  books_.reset();
  for (auto& task : group) task.outcome = written;
}

Result<> Writer::write_together(std::vector<Task>& group) {
  WV_CHECK(books_->begin());
  for (auto& task : group) {
    if (auto done = write_one(task); !done) {
      books_->roll_back();
      return done;
    }
  }
  return books_->commit();
}

Result<> Writer::write_one(Task& task) {
  WV_CHECK(books_->begin_task());
  task.outcome = task.work(*books_);
  return books_->end_task(task.outcome.has_value());
}

Result<> Writer::reopen_if_needed() {
  if (books_) return {};
  WV_TRY(books_, open_());
  return {};
}

}  // namespace wv::central
