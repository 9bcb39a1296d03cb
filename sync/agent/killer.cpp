// The steps of a sync, and the one at which the environment wants it to end.
#include "sync/agent/killer.h"

#include "sync/edge/killer.h"

namespace wv::agent {
namespace {

class DeadlySteps final : public client::Steps {
 public:
  explicit DeadlySteps(std::unique_ptr<edge::Killer> killer) : killer_(std::move(killer)) {}
  void reached(std::string_view step) override { killer_->reached(step); }

 private:
  std::unique_ptr<edge::Killer> killer_;
};

}  // namespace

base::Result<std::unique_ptr<client::Steps>> make_steps() {
  WV_TRY(auto killer, edge::Killer::from_environment(client::step::all));
  return std::make_unique<DeadlySteps>(std::move(killer));
}

}  // namespace wv::agent
