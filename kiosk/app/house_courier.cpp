// What staff ask of the courier, in files that it watches, and how far it is with that.
#include "kiosk/app/house.h"
#include "kiosk/store/courier.h"
#include "sync/base/secret.h"
#include "sync/wire/enrolment.h"

namespace wv::app {

namespace {

constexpr base::Millis poll_every{500};
constexpr base::Millis sync_patience{60'000};
constexpr std::string_view request_file = "sync-verzoek", stick_request_file = "stick-verzoek",
                           enrolment_request_file = "aanmeld-verzoek";

}  // namespace

// The screen has no network. It leaves a request in a file of its own, which wijkvenster-sync watches.
void House::ask_for_sync(visit::Errand errand) {
  follow_courier(errand);
  const auto file = ground_.state / (errand == visit::Errand::Stick ? stick_request_file : request_file);
  const auto stamp = std::to_string(asked_at_->time_since_epoch().count());
  if (const auto written = ground_.files.write(file, base::as_bytes(stamp)); !written) note(written.error());
}

// The code is a secret: it stands in this file alone, for the group of the two programs, and no longer than
// until the courier gives a sign. In the folder of the package only the owner of a file may remove it, and
// that is this program.
void House::ask_for_enrolment(const visit::EnrolKiosk& wanted) {
  follow_courier(visit::Errand::Enrol);
  wire::EnrolmentWish wish{*asked_at_, std::string(wanted.code.text()), wanted.anew};
  auto bytes = wire::to_bytes(wish);
  const auto written = ground_.files.write(ground_.state / enrolment_request_file, bytes);
  base::wipe(bytes);
  base::wipe(wish.code);
  if (!written) note(written.error());
}

void House::remove_code() {
  const auto removed = ground_.files.remove(ground_.state / enrolment_request_file);
  if (!removed) note(removed.error());
}

void House::follow_courier(visit::Errand errand) {
  remove_code();  // of an earlier visit that nobody followed to its end
  errand_ = errand;
  asked_at_ = ground_.clock.now();
  const auto now = ground_.clock.monotonic();
  poll_at_ = now + poll_every;
  give_up_at_ = now + sync_patience;
  progress_.reset();
}

// The courier has a minute to begin, and a minute from each sign of life.
std::optional<visit::Action> House::poll_sync(base::Millis now) {
  if (!poll_at_ || now < *poll_at_) return std::nullopt;
  const auto progress = store::progress(ground_.state).value_or(store::Progress{});
  auto round = progress.round;
  if (errand_ == visit::Errand::Stick)
    round = progress.stick ? std::optional(progress.stick->round) : std::nullopt;
  if (errand_ == visit::Errand::Enrol)
    round = progress.enrolment ? std::optional(progress.enrolment->round) : std::nullopt;
  const bool begun = round && round->began >= *asked_at_;
  const bool ended = round && round->ended && *round->ended >= *asked_at_;
  if (errand_ == visit::Errand::Enrol && (begun || now >= *give_up_at_)) remove_code();
  if (!ended && now < *give_up_at_) {
    poll_at_ = now + poll_every;
    if (!begun || progress == progress_) return std::nullopt;
    progress_ = progress;
    give_up_at_ = now + sync_patience;
    return visit::SyncGoesOn{};
  }
  poll_at_.reset();
  write_down_sync(ended ? round : std::nullopt);
  if (const auto erased = store::erase_delivered(ground_.state, book_); !erased) note(erased.error());
  return visit::SyncEnded{.heard = ended};
}

void House::write_down_sync(const std::optional<store::Round>& round) {
  using What = store::LogLine::What;
  const auto now = ground_.clock.now();
  const bool enrols = errand_ == visit::Errand::Enrol;
  if (!round) return diary_.note(now, What::SyncUnheard);
  if (round->outcome == "goed") return diary_.note(now, enrols ? What::EnrolGood : What::SyncGood);
  diary_.note(now, enrols ? What::EnrolFailed : What::SyncFailed, round->outcome);
}

}  // namespace wv::app
