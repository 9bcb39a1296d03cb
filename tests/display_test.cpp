// The panel of a machine, by what the kernel shows of it and by what an X server answers.
#include "kiosk/care/machine_display.h"

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/world.h"
#include "tests/support/x_server.h"

using namespace wv;

namespace {

// A /sys/class of a machine that is not this one.
class Machine {
 public:
  void file(const std::string& name, const std::string& text) {
    const auto path = folder_.path() / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text << "\n";
  }
  std::string text(const std::string& name) const {
    std::string word;
    std::ifstream(folder_.path() / name) >> word;
    return word;
  }
  void remove(const std::string& name) { std::filesystem::remove_all(folder_.path() / name); }
  void has_backlight() {
    file("backlight/intel/max_brightness", "937");
    file("backlight/intel/brightness", "500");
    file("backlight/intel/bl_power", "0");
  }
  std::unique_ptr<care::Display> display(const std::string& x = {}) {
    return care::machine_display({.x = x, .sys = folder_.path()});
  }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a machine without anything leaves the light to the picture") {
  Machine machine;
  const auto display = machine.display();
  CHECK(display->shine(20) == 20);
  CHECK(display->shine(0) == 0);
  CHECK_FALSE(display->is_on());
  CHECK(display->means() == care::Display::Means{});
}

TEST_CASE("a backlight is set on its own scale and goes out last") {
  Machine machine;
  machine.has_backlight();
  const auto display = machine.display();
  CHECK(display->shine(50) == 100);  // nothing is left for the picture
  CHECK(machine.text("backlight/intel/brightness") == "468");
  CHECK(display->shine(1) == 100);
  CHECK(machine.text("backlight/intel/brightness") == "9");
  CHECK(display->shine(0) == 0);
  CHECK(machine.text("backlight/intel/bl_power") == "4");
  CHECK(machine.text("backlight/intel/brightness") == "9");
  CHECK(display->shine(100) == 100);
  CHECK(machine.text("backlight/intel/bl_power") == "0");
  CHECK(machine.text("backlight/intel/brightness") == "937");
  CHECK(display->means() == care::Display::Means{.backlight = true, .power = true});
}

TEST_CASE("a backlight with five steps is never dimmed into the dark") {
  Machine machine;
  machine.has_backlight();
  machine.file("backlight/intel/max_brightness", "5");
  const auto display = machine.display();
  CHECK(display->shine(1) == 100);
  CHECK(machine.text("backlight/intel/brightness") == "1");
}

TEST_CASE("a program that ends leaves the panel lit for the next") {
  Machine machine;
  machine.has_backlight();
  machine.display()->shine(0);
  CHECK(machine.text("backlight/intel/bl_power") == "0");
  CHECK(machine.text("backlight/intel/brightness") == "937");
}

TEST_CASE("what the kernel shows and makes no sense is not there") {
  for (const std::string nonsense : {"0", "-5", "many", "", "99999999999999999999"}) {
    INFO(nonsense);
    Machine machine;
    machine.has_backlight();
    machine.file("backlight/intel/max_brightness", nonsense);
    CHECK(machine.display()->shine(20) == 20);
  }
}

TEST_CASE("a backlight that goes away while the kiosk runs leaves the light to the picture") {
  Machine machine;
  machine.has_backlight();
  const auto display = machine.display();
  CHECK(display->shine(80) == 100);
  machine.remove("backlight/intel");
  CHECK(display->shine(20) == 20);
  CHECK(display->means() == care::Display::Means{});
}

TEST_CASE("the kernel says whether a panel that is plugged in is on") {
  Machine machine;
  machine.file("drm/card0-HDMI-A-1/status", "disconnected");
  machine.file("drm/card0-HDMI-A-1/dpms", "Off");
  machine.file("drm/version", "drm 1.1.0");
  CHECK_FALSE(machine.display()->is_on());
  machine.file("drm/card0-DP-1/status", "connected");
  machine.file("drm/card0-DP-1/dpms", "Off");
  CHECK(machine.display()->is_on() == false);
  machine.file("drm/card0-DP-1/dpms", "On");
  CHECK(machine.display()->is_on() == true);
}

TEST_CASE("an X server with power switches the panel, and blanks nothing by itself") {
  Machine machine;
  test::XServer server;
  {
    const auto display = machine.display(server.name());
    CHECK(display->means() == care::Display::Means{.power = true});
    CHECK(display->shine(60) == 60);  // X has no word for brightness
    CHECK(display->is_on() == true);
    CHECK(display->shine(0) == 0);
    CHECK(display->is_on() == false);
  }
  CHECK(server.heard() ==
        std::vector<std::string>{"saver 0 0", "timeouts 0 0 0", "enable", "level 0", "level 3", "level 0"});
}

TEST_CASE("an X server without power, or one that refuses, leaves the dark to the picture") {
  Machine machine;
  using Kind = test::XServer::Kind;
  for (const auto kind : {Kind::WithoutPower, Kind::CannotSwitch}) {
    test::XServer server(kind);
    const auto display = machine.display(server.name());
    CHECK(display->means() == care::Display::Means{});
    CHECK(display->shine(0) == 0);
    CHECK_FALSE(display->is_on());
  }
  test::XServer server(Kind::Refuses);
  const auto display = machine.display(server.name());
  CHECK(display->shine(0) == 0);
  CHECK(display->means() == care::Display::Means{});
}

TEST_CASE("an X server that is gone is no reason to wait or to fail") {
  Machine machine;
  std::string name;
  {
    const test::XServer server;
    name = server.name();
  }
  const auto display = machine.display(name);
  CHECK(display->shine(0) == 0);
  CHECK_FALSE(display->is_on());
}

TEST_CASE("a touch panel is one that is touched where the picture is, plugged in now") {
  Machine machine;
  CHECK_FALSE(machine.display()->has_touch());  // no kernel that says anything
  machine.file("input/event0/dev", "13:64");
  machine.file("input/input0/properties", "0");  // a keyboard
  machine.file("input/input1/properties", "5");  // a touchpad: pointer, button pad
  machine.file("input/input2/properties", "what");
  CHECK(machine.display()->has_touch() == false);
  machine.file("input/input3/properties", "2");
  CHECK(machine.display()->has_touch() == true);
  machine.remove("input/input3");
  CHECK(machine.display()->has_touch() == false);
}
