// Plays a journey on the real wheel and is killed, without any goodbye, where the script says `sync`.
#include <csignal>
#include <cstdio>
#include <iostream>
#include <iterator>

#include "kiosk/app/journey.h"
#include "kiosk/app/player.h"
#include "tests/support/kiosk.h"

using namespace wv;

int main(int count, char** arguments) {
  return test::on_a_kiosk(count, arguments, [](const test::Kiosk& kiosk) {
    const std::string script{std::istreambuf_iterator<char>(std::cin), {}};
    const auto steps = app::read_journey(script, "standard input");
    if (!steps) return app::report(steps.error());
    test::Turning turning(kiosk);
    const auto die = []() -> base::Result<> {
      std::raise(SIGKILL);
      return {};
    };
    app::Player player(
        {turning.wheel, *turning.memory, kiosk.clock, kiosk.files, kiosk.voice, kiosk.outlet, {}, die});
    const auto played = player.play(*steps);
    return played ? 0 : app::report(played.error());
  });
}
