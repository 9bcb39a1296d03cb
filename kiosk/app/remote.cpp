// What was done is on disk before anybody hears of it; what only has to be remembered is done by remembering
// it.
#include "kiosk/app/remote.h"

#include <algorithm>

#include "kiosk/store/courier.h"

namespace wv::app {

using wire::CommandOutcome;
using wire::Deed;

namespace {

// Both are known to the courier: Place::screen_commands_file, screen_picture_file.
constexpr std::string_view commands_file = "opdrachten-scherm.json", picture_file = "opdracht-beeld.png";

}  // namespace

Remote::Remote(base::Files& files, const base::Clock& clock, std::filesystem::path state)
    : files_(files), clock_(clock), state_(std::move(state)) {
  const auto bytes = files_.read(state_ / commands_file);
  if (!bytes) return;
  if (auto kept = wire::read_screen_commands(*bytes)) kept_ = *std::move(kept);
}

bool Remote::is_finished(const std::string& id) const {
  return std::ranges::find(kept_.finished, id, &wire::ScreenCommands::Finished::id) != kept_.finished.end();
}

base::Result<> Remote::save() const {
  return files_.write(state_ / commands_file, wire::to_bytes(kept_));
}

// True: that was all there is to do.
bool Remote::take_up(const wire::Command& command) {
  switch (*command.deed) {
    case Deed::Dark:
      kept_.dark_until = command.until;
      return true;
    case Deed::Light:
      kept_.dark_until.reset();
      return true;
    case Deed::Notice:
      kept_.notice = command.notice;
      kept_.last_day = command.last_day;
      return true;
    default:
      return false;
  }
}

base::Result<Remote::News> Remote::look() {
  WV_TRY(const auto open, store::screen_commands(state_, clock_.now()));
  const auto before = kept_;
  News news;
  for (const auto& command : open) {
    if (is_finished(command.id)) continue;
    if (!take_up(command)) {
      news.due.push_back({command.id, *command.deed});
      continue;
    }
    kept_.finished.push_back({command.id, CommandOutcome::Done});
    news.words.emplace_back(wire::deed_word(*command.deed));
  }
  // What the courier has heard of is not asked for again.
  std::erase_if(kept_.finished, [&](const auto& one) {
    return std::ranges::find(open, one.id, &wire::Command::id) == open.end();
  });
  if (kept_ == before) return news;
  if (const auto saved = save(); !saved) {
    kept_ = before;
    return std::unexpected(saved.error());
  }
  news.shows = kept_.dark_until != before.dark_until || kept_.notice != before.notice ||
               kept_.last_day != before.last_day;
  return news;
}

base::Result<> Remote::finish(const std::string& id, CommandOutcome outcome) {
  kept_.finished.push_back({id, outcome});
  auto saved = save();
  if (!saved) kept_.finished.pop_back();
  return saved;
}

base::Result<> Remote::keep_picture(base::ByteView png) {
  return files_.write(state_ / picture_file, png);
}

std::string Remote::notice(base::Day today) const {
  return kept_.last_day && today <= *kept_.last_day ? kept_.notice : std::string();
}

}  // namespace wv::app
