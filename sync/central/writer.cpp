// Group commit: take everything that waits, write it in one transaction, then tell everybody at once.
#include "sync/central/writer.h"

#include <iterator>

namespace wv::central {

using base::ErrorCode;
using base::fail;

namespace {

// The first `most` leave `from`; the rest stay in their order.
template <class T>
std::vector<T> take_first(std::vector<T>& from, std::size_t most) {
  if (from.size() <= most) return std::exchange(from, {});
  const auto end = from.begin() + static_cast<std::ptrdiff_t>(most);
  std::vector<T> taken(std::move_iterator(from.begin()), std::move_iterator(end));
  from.erase(from.begin(), end);
  return taken;
}

}  // namespace

Writer::Writer(std::unique_ptr<Books> books, Open open, Limits limits, Committed committed,
               const Steps& steps)
    : limits_(limits),
      open_(std::move(open)),
      committed_(std::move(committed)),
      steps_(steps),
      books_(std::move(books)),
      thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  something_to_do_.notify_one();
  thread_.join();
}

bool Writer::add(const std::function<void(Group&)>& put) {
  const std::lock_guard lock(mutex_);
  if (stopping_ || waiting_.ideas.size() + waiting_.others.size() >= limits_.queue) return false;
  const bool was_idle = waiting_.empty();
  put(waiting_);
  if (was_idle) something_to_do_.notify_one();
  return true;
}

void Writer::submit(Work work, Finished finished) {
  if (!add([&](Group& group) { group.others.push_back({std::move(work), std::move(finished), {}}); }))
    finished(fail(ErrorCode::Unavailable, "too much waits to be written"));
}

void Writer::keep_idea(NewIdea idea, Done<KeptIdea> done) {
  if (!add([&](Group& group) { group.ideas.push_back({std::move(idea), std::move(done), {}}); }))
    done(fail(ErrorCode::Unavailable, "too much waits to be written"));
}

Writer::Group Writer::next_group() {
  std::unique_lock lock(mutex_);
  something_to_do_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  return {take_first(waiting_.ideas, limits_.group), take_first(waiting_.others, limits_.group)};
}

void Writer::run() {
  for (auto group = next_group(); !group.empty(); group = next_group()) {
    write(group);
    if (!group.ideas.empty()) steps_.reached(step::after_commit);
    if (books_) books_->wipe_if_erased();
    for (auto& task : group.ideas) task.done(std::move(task.outcome));
    for (auto& task : group.others) task.finished(std::move(task.outcome));
  }
}

void Writer::write(Group& group) {
  auto written = reopen_if_needed();
  if (written) written = write_together(group);
  if (written) {
    if (committed_) committed_(books_->system());
    return;
  }
  // Nobody in this group is on disk. What state the connection is in is anybody's guess, so it goes.
  books_.reset();
  for (auto& task : group.ideas) task.outcome = std::unexpected(written.error());
  for (auto& task : group.others) task.outcome = written;
}

Result<> Writer::write_together(Group& group) {
  WV_CHECK(books_->begin());
  auto done = write_ideas(group.ideas);
  for (auto& task : group.others)
    if (done) done = write_one(task);
  if (!group.ideas.empty()) steps_.reached(step::before_commit);
  if (done) return books_->commit();
  books_->roll_back();
  return done;
}

// All of them as one task; if that fails, each as its own, so that one bad idea fails alone.
Result<> Writer::write_ideas(std::vector<IdeaTask>& ideas) {
  if (ideas.empty()) return {};
  std::vector<const NewIdea*> all;
  all.reserve(ideas.size());
  for (const auto& task : ideas) all.push_back(&task.idea);
  WV_CHECK(books_->begin_task());
  auto kept = books_->keep_ideas(all);
  WV_CHECK(books_->end_task(kept.has_value()));
  if (kept) {
    for (std::size_t i = 0; i < ideas.size(); ++i) ideas[i].outcome = (*kept)[i];
    return {};
  }
  for (auto& task : ideas) WV_CHECK(write_alone(task));
  return {};
}

Result<> Writer::write_alone(IdeaTask& task) {
  const NewIdea* only = &task.idea;
  WV_CHECK(books_->begin_task());
  auto kept = books_->keep_ideas({&only, 1});
  WV_CHECK(books_->end_task(kept.has_value()));
  if (kept)
    task.outcome = kept->front();
  else
    task.outcome = std::unexpected(std::move(kept).error());
  return {};
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
