// Whatever the machine refuses is the picture's from then on.
#include "kiosk/care/machine_display.h"

#include "kiosk/care/backlight.h"
#include "kiosk/care/touch_panel.h"
#include "kiosk/care/x_power.h"

namespace wv::care {
namespace {

class MachineDisplay final : public Display {
 public:
  explicit MachineDisplay(const Machine& machine)
      : machine_(machine),
        backlight_(Backlight::find(machine.sys)),
        x_power_(!machine.x.empty() && take_x_power(machine.x)) {}
  ~MachineDisplay() override {
    if (percent_ && percent_ != 100) shine(100);
  }
  MachineDisplay(const MachineDisplay&) = delete;
  MachineDisplay& operator=(const MachineDisplay&) = delete;

  int shine(int percent) override {
    percent_ = percent;
    const bool on = percent > 0;
    if (x_power_) x_power_ = set_x_power(machine_.x, on);
    if (!backlight_) return percent;
    backlight_power_ = backlight_->switch_to(on);
    const bool set = !on || backlight_->set(percent);
    if (!set) backlight_.reset();
    return on && set ? 100 : percent;
  }

  std::optional<bool> is_on() override {
    if (const auto said = x_power_ ? x_power_is_on(machine_.x) : std::nullopt) return said;
    return connector_is_on(machine_.sys);
  }

  std::optional<bool> has_touch() override { return has_touch_panel(machine_.sys); }

  Means means() const override {
    return {.backlight = backlight_.has_value(), .power = x_power_ || (backlight_ && backlight_power_)};
  }

 private:
  Machine machine_;
  std::optional<Backlight> backlight_;
  bool x_power_;
  bool backlight_power_ = false;  // known once it was asked
  std::optional<int> percent_;
};

}  // namespace

std::unique_ptr<Display> machine_display(const Machine& machine) {
  return std::make_unique<MachineDisplay>(machine);
}

}  // namespace wv::care
