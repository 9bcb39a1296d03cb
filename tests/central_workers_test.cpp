// The threads that check and sign: nothing is lost, nothing overtakes, and a queue that is full says so.
#include "sync/central/workers.h"

#include <atomic>
#include <future>

#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
using central::Workers;

namespace {

// Holds one worker until it is let go.
class Gate {
 public:
  Workers::Work work() {
    return [this] {
      entered_.set_value();
      opened_.get_future().wait();
    };
  }
  void wait_until_held() { entered_.get_future().wait(); }
  void open() { opened_.set_value(); }

 private:
  std::promise<void> entered_, opened_;
};

}  // namespace

TEST_CASE("work is begun in the order in which it came") {
  std::vector<int> done;
  {
    Workers workers(1);
    for (int i = 0; i < 1000; ++i) REQUIRE(workers.offer([&done, i] { done.push_back(i); }));
  }
  REQUIRE(done.size() == 1000);
  CHECK(std::ranges::is_sorted(done));
}

TEST_CASE("more than there is room for is refused at once, but what finishes earlier work is always taken") {
  std::atomic<int> done = 0;
  Gate gate;
  Workers workers(1, 2);
  REQUIRE(workers.offer(gate.work()));
  gate.wait_until_held();
  CHECK(workers.offer([&] { ++done; }));
  CHECK(workers.offer([&] { ++done; }));
  CHECK_FALSE(workers.offer([&] { done += 100; }));
  workers.finish([&] { ++done; });
  gate.open();
  workers.stop();
  CHECK(done == 3);
}

TEST_CASE("after the end whoever brings work does it") {
  Workers workers(2);
  workers.stop();
  std::thread::id who;
  CHECK(workers.offer([&] { who = std::this_thread::get_id(); }));
  CHECK(who == std::this_thread::get_id());
  workers.finish([&] { who = {}; });
  CHECK(who == std::thread::id());
}

TEST_CASE(
    "when everybody is busy, an idea hears 503 and a time to come back, and content is still handed out") {
  Central central;
  central::Workers busy(1, 0);
  central.routes = std::make_unique<central::Routes>(
      central::World{*central.store, central.signer, central.clock, central.random, central.log,
                     central.repository.published(), busy, busy},
      central.limits);
  const auto kiosk = TestKiosk{base::make_key_pair(central.random), {an_idea_id(central)}};
  const auto refused = kiosk.put(central, an_idea_id(central), an_idea(1));
  CHECK(refused.status == 503);
  CHECK(header_of(refused, "Retry-After") == "5");
  CHECK(central.get("/openapi.json").status == 200);
}
