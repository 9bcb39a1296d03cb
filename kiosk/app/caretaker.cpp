// Between the hours and the panel. Nothing is reckoned twice: a plan holds until its time, a visit or a
// change.
#include "kiosk/app/caretaker.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/content_words.h"

namespace wv::app {
namespace {

// A clock before this was never set: the program did not exist then.
constexpr base::Instant oldest = std::chrono::sys_days(std::chrono::year(2026) / 1 / 1);
constexpr std::chrono::hours longest_delay{4};  // of a test, by visitors
constexpr double gamma = 2.2;  // of the panel: half the number on the wire is a fifth of the light

}  // namespace

Caretaker::Caretaker(House& house, const base::Clock& clock, care::Display& display)
    : house_(house), clock_(clock), display_(display) {}

bool Caretaker::clock_is_wrong(base::Instant now) const {
  return now < std::max(oldest, house_.content().made_at.value_or(oldest));
}

bool Caretaker::still_holds(const Asked& now) const {
  if (!asked_ || asked_->company != now.company || asked_->clock_wrong != now.clock_wrong ||
      asked_->content != now.content)
    return false;
  const bool clock_went_back = now.at < asked_->at;
  return !clock_went_back && (!plan_.until || now.at < *plan_.until);
}

care::WallClock Caretaker::wall() const {
  return [this](base::Instant moment) { return clock_.local(moment); };
}

// One that is due stays so until it was done; a night that passed without it is over by the morning.
void Caretaker::plan_test(base::Instant now, const care::Hours& hours) {
  if (clock_is_wrong(now)) return test_due_.reset();
  const bool pending = test_due_ && now >= *test_due_ && now < *test_due_ + longest_delay;
  if (!pending) test_due_ = care::next_self_test(now, hours, wall());
}

bool Caretaker::wants_test(Company company) const {
  return company == Company::Nobody && test_due_ && clock_.now() >= *test_due_;
}

void Caretaker::finish_test(Tap tap) {
  namespace fault = model::self_test_fault;
  model::SelfTest test{std::chrono::floor<std::chrono::seconds>(clock_.now()), {}};
  if (tap == Tap::Unseen) test.faults.emplace_back(fault::tap);
  if (display_.is_on() == false) test.faults.emplace_back(fault::dark);
  if (display_.has_touch() == false) test.faults.emplace_back(fault::touch);
  house_.keep_self_test(test);
  test_due_.reset();
  ask_again();
}

bool Caretaker::attend(Company company) {
  const auto at = clock_.now();
  const Asked now{at, company, clock_is_wrong(at), house_.content().version};
  if (still_holds(now)) return false;
  const auto& settings = house_.settings();
  const auto* place = screens::place_at(house_.content().area({}), settings.place.place);
  const care::Hours hours{settings.hours, place ? &place->hours : nullptr};
  const auto before = plan_;
  plan_ = care::plan_of({.now = at,
                         .visiting = company == Company::Visitor,
                         .dark_until = house_.remote().dark_until(),
                         .clock_wrong = now.clock_wrong},
                        settings.light, hours, wall());
  plan_test(at, hours);
  asked_ = now;
  if (shone_ == plan_.percent) return false;
  shone_ = plan_.percent;
  const int picture = display_.shine(plan_.percent);
  const bool differs = picture != picture_percent_ || plan_.light != before.light;
  picture_percent_ = picture;
  return differs;
}

// Percent are of light, as with a backlight; a pixel's number is not.
std::uint8_t Caretaker::shade() const {
  const double kept = std::pow(picture_percent_ / 100.0, 1 / gamma);
  return static_cast<std::uint8_t>(std::lround(255 * (1 - kept)));
}

std::optional<base::Millis> Caretaker::next() const {
  auto until = plan_.until;
  if (test_due_ && plan_is_for_nobody() && (!until || *test_due_ < *until)) until = test_due_;
  if (!until) return std::nullopt;
  return clock_.monotonic() + std::max(*until - clock_.now(), base::Millis{0});
}

}  // namespace wv::app
