// The panel as a lamp: what a machine can do to make it lighter, darker and dark.
#pragma once

#include <optional>

namespace wv::care {

class Display {
 public:
  // Who makes it darker, and who switches it off.
  struct Means {
    bool backlight = false;  // else the picture is drawn darker
    bool power = false;      // else a dark screen is a black picture
    bool operator==(const Means&) const = default;
  };

  virtual ~Display() = default;
  // As light as that, in percent of what the panel can; 0 is off. What the machine cannot do is left to the
  // picture: returns the percent that it has to be drawn with, 0 for black. Never fails, as the picture is
  // always there.
  virtual int shine(int percent) = 0;
  // Whether the panel is on, as the machine sees it now; nothing: the machine does not say.
  virtual std::optional<bool> is_on() = 0;
  // Whether a touch panel is plugged in now; nothing: the machine does not say.
  virtual std::optional<bool> has_touch() = 0;
  virtual Means means() const = 0;
};

// A machine that leaves everything to the picture: journeys, previews, a window on somebody's desk.
class PictureAlone final : public Display {
 public:
  int shine(int percent) override { return percent; }
  std::optional<bool> is_on() override { return std::nullopt; }
  std::optional<bool> has_touch() override { return std::nullopt; }
  Means means() const override { return {}; }
};

}  // namespace wv::care
