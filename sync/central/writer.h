// One thread that changes the books, in groups: a flush to disk costs milliseconds, so everybody who waits
// shares it.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "sync/central/books.h"
#include "sync/central/steps.h"

namespace wv::central {

class Writer {
 public:
  struct Limits {
    std::size_t queue = 4096;  // tasks that may wait; one more gets Unavailable at once
    std::size_t group = 1024;  // tasks that share one commit
  };
  using Open = std::function<Result<std::unique_ptr<Books>>()>;
  using Work = std::function<Result<>(Books&)>;
  using Finished = std::function<void(Result<>)>;

  // After each commit, on the writer's thread, before anybody hears of it.
  using Committed = std::function<void(const System&)>;

  // `open` is called again after a failed commit: a connection that failed once is not trusted again.
  Writer(std::unique_ptr<Books> books, Open open, Limits limits, Committed committed = {},
         const Steps& steps = no_steps);
  ~Writer();  // finishes what waits
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // `finished` is called once, on the writer's thread: success means that the commit with this work is on
  // disk.
  void submit(Work work, Finished finished);
  // The same for an idea, of which many are written with few statements.
  void keep_idea(NewIdea idea, Done<KeptIdea> done);

 private:
  struct Task {
    Work work;
    Finished finished;
    Result<> outcome;
  };
  struct IdeaTask {
    NewIdea idea;
    Done<KeptIdea> done;
    Result<KeptIdea> outcome;
  };
  struct Group {
    std::vector<IdeaTask> ideas;
    std::vector<Task> others;
    bool empty() const { return ideas.empty() && others.empty(); }
  };
  bool add(const std::function<void(Group&)>& put);
  void run();
  Group next_group();
  void write(Group& group);
  Result<> write_together(Group& group);
  Result<> write_ideas(std::vector<IdeaTask>& ideas);
  Result<> write_alone(IdeaTask& task);
  Result<> write_one(Task& task);
  Result<> reopen_if_needed();

  const Limits limits_;
  const Open open_;
  const Committed committed_;
  const Steps& steps_;
  std::unique_ptr<Books> books_;
  std::mutex mutex_;
  std::condition_variable something_to_do_;
  Group waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace wv::central
