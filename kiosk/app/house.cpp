// Keeps ideas, looks up codes, checks PINs, takes releases into use: everything a visit can ask for.
#include "kiosk/app/house.h"

#include <algorithm>

#include "kiosk/store/lookup.h"
#include "kiosk/store/public_ideas.h"

namespace wv::app {

namespace {

constexpr base::Millis listen_every{200};  // only while it speaks
constexpr base::Millis fastest_letter{10};
constexpr base::Millis renew_every{60'000};
constexpr std::size_t most_similar = 3;
constexpr std::string_view gate_file = "pin-pogingen.json";
constexpr std::string_view release_file = "inhoud-keuze.json";

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

}  // namespace

base::Result<std::unique_ptr<House>> House::open(const Ground& ground, LoadedSettings loaded) {
  WV_TRY(const auto words, ground.files.read(ground.share / "words" / "nl.txt"));
  std::string text(base::as_text(words));
  WV_CHECK(base::read_word_list(text));
  // Unreadable numbers of sync are no reason to keep the screen dark: the book then goes on with its own.
  const auto floor = store::highest_sequence(ground.state).value_or(0);
  WV_TRY(auto opened, store::IdeaBook::open(ground.state, ground.files, ground.clock.now(), floor));
  std::unique_ptr<House> house(new House(ground, std::move(loaded), std::move(text), std::move(opened)));
  house->refresh();
  return house;
}

House::House(const Ground& ground, LoadedSettings loaded, std::string words, store::IdeaBook::Opened opened)
    : ground_(ground),
      begun_(std::move(loaded)),
      loaded_(begun_),
      kept_choices_(loaded_.choices),
      settings_due_(ground.clock.monotonic() + renew_every),
      words_(std::move(words)),
      word_list_(*base::read_word_list(words_)),  // open() saw that it can be read
      book_(std::move(opened.book)),
      shelf_(ground.state, loaded_.settings.place.area),
      intake_(book_, ground.clock, ground.random, word_list_),
      remote_(ground.files, ground.clock, ground.state),
      trouble_(loaded_.unusable),
      pin_(loaded_.settings.pin_hash, gate_memory(), now()) {
  if (opened.trouble) trouble_.push_back(*opened.trouble);
  remove_code();  // of a program that died before the courier took it over
  take_up_release_choice();
  has_sound_ = ground_.sound.outlet.present();
  diary_.note(ground_.clock.now(), store::LogLine::What::Started);
}

std::optional<visit::Action> House::perform(const visit::Effect& effect) {
  auto answer = done(effect);
  diary_.note(ground_.clock.now(), effect, answer);
  return answer;
}

std::optional<visit::Action> House::done(const visit::Effect& effect) {
  using Answer = std::optional<visit::Action>;
  return std::visit(
      Overloaded{
          [&](const visit::KeepIdea& keep) -> Answer {
            return intake_.keep(keep.draft, shelf_.content(), shelf_.keys());
          },
          [&](const visit::CheckSlip& wanted) -> Answer { return intake_.check(wanted); },
          [&](const visit::LookUpCode& wanted) -> Answer {
            return store::look_up(wanted, shelf_, book_, word_list_, ground_.state);
          },
          [&](const visit::CheckPin& check) -> Answer { return check_pin(check.pin); },
          [&](const visit::SyncNow& wanted) -> Answer { return ask_for_sync(wanted.errand), std::nullopt; },
          [&](const visit::EnrolKiosk& wanted) -> Answer { return ask_for_enrolment(wanted), std::nullopt; },
          [&](const visit::LoadArea& load) -> Answer {
            if (const auto loaded = shelf_.load_area(load.area); !loaded) note(loaded.error());
            return std::nullopt;
          },
          [&](const visit::Search& wanted) -> Answer { return shelf_.search(wanted); },
          // The wheel reads: only it knows what is on the screen.
          [&](const visit::ReadPage&) -> Answer { return std::nullopt; },
          [&](const visit::BeSilent&) -> Answer { return hush(), std::nullopt; },
          [&](const visit::FetchIdeas& wanted) -> Answer { return page_of(wanted); },
          [&](const visit::LoadIdea& wanted) -> Answer { return idea_of(wanted); },
          [&](const visit::FindSimilar& wanted) -> Answer { return similar_to(wanted); },
          [&](const visit::SupportIdea& wanted) -> Answer {
            return intake_.support(wanted, shelf_.content());
          },
          [&](const visit::ChooseRelease& wanted) -> Answer { return choose(wanted.release); },
          [&](const visit::ChangeSettings& change) -> Answer { return try_settings(change.changes); },
          [&](const visit::SaveSettings&) -> Answer { return save_settings(); },
          [&](const visit::RestoreSettings&) -> Answer {
            take_settings(ground_.settings_again(kept_choices_));
            return std::nullopt;
          },
          [&](const visit::KeepVolume& keep) -> Answer { return keep_volume(keep.level), std::nullopt; },
          // The wheel does these: it has the words and the loop.
          [&](const visit::SaySample&) -> Answer { return std::nullopt; },
          [&](const visit::EndProgram&) -> Answer { return std::nullopt; },
          [&](const visit::VisitEnded&) -> Answer { return forget_visit(), std::nullopt; },
      },
      effect);
}

staff::Moment House::now() const {
  return {ground_.clock.monotonic(), ground_.clock.now()};
}

// What can be read is believed; what cannot gives no new tries.
staff::GateMemory House::gate_memory() {
  const auto bytes = ground_.files.read(ground_.state / gate_file);
  if (!bytes && bytes.error().code == base::ErrorCode::NotFound) return {};
  const auto memory = bytes ? staff::read_gate_memory(*bytes) : std::unexpected(bytes.error());
  if (memory) return *memory;
  note(base::Error(memory.error()).context(std::string(gate_file)));
  return staff::damaged_gate_memory(ground_.clock.now());
}

visit::Action House::check_pin(const visit::TypedText& pin) {
  return pin_.check(pin, now(), [&](const staff::GateMemory& memory) {
    const auto text = staff::to_text(memory);
    const auto kept = ground_.files.write(ground_.state / gate_file, base::as_bytes(text));
    if (!kept) note(kept.error());
  });
}

std::optional<visit::Action> House::speak(const speech::Speech& speech, const speech::Delivery& delivery) {
  if (!has_sound_) return std::nullopt;
  if (const auto said = ground_.sound.speaker.say(speech, delivery); !said) {
    note(said.error());
    has_sound_ = false;
    return std::nullopt;
  }
  speech_began_ = ground_.clock.monotonic();
  listen_at_ = speech_began_ + listen_every;
  std::size_t bytes = 0;
  for (const auto& utterance : speech) bytes += utterance.text().size();
  least_speech_ = fastest_letter * static_cast<int>(bytes);
  return visit::SpeechBegan{};
}

speech::Ears House::ears() {
  using Headphones = Settings::Sound::Headphones;
  const auto wanted = loaded_.settings.sound.headphones;
  const bool on = wanted == Headphones::Always ||
                  (wanted == Headphones::AsPluggedIn && ground_.sound.outlet.headphones());
  return on ? speech::Ears::Headphones : speech::Ears::Everybody;
}

void House::hush() {
  ground_.sound.speaker.hush();
  listen_at_.reset();
}

visit::Action House::page_of(const visit::FetchIdeas& wanted) {
  auto* release = shelf_.release();
  if (!release) return visit::IdeasPage{wanted.filter, 0, 0, {}};
  return store::ideas_page(*release, wanted, content().own_area);
}

visit::Action House::idea_of(const visit::LoadIdea& wanted) {
  auto* release = shelf_.release();
  if (!release) return visit::IdeaLoaded{};
  auto idea = store::public_idea(*release, wanted.idea);
  if (!idea) note(idea.error());
  return visit::IdeaLoaded{idea ? *std::move(idea) : std::nullopt};
}

void House::forget_visit() {
  hush();
  has_sound_ = ground_.sound.outlet.present();
  if (const auto erased = store::erase_delivered(ground_.state, book_); !erased) note(erased.error());
  similar_.reset();  // its index took the words apart
  if (const auto forgotten = book_.forget(); !forgotten) note(forgotten.error());
  if (!refresh()) shelf_.forget();  // a newer release was never searched
}

visit::Action House::similar_to(const visit::FindSimilar& wanted) {
  auto* release = shelf_.release();
  if (!release) return visit::SimilarIdeas{};
  if (!similar_) {
    auto opened = store::Similar::open();
    if (!opened) return note(opened.error()), visit::SimilarIdeas{};
    similar_ = *std::move(opened);
  }
  const auto& area = wanted.area.empty() ? content().own_area : wanted.area;
  return visit::SimilarIdeas{similar_->similar_ideas(*release, wanted.text.text(), area, most_similar)};
}

std::optional<base::Millis> House::next_poll() const {
  if (!listen_at_ || !poll_at_) return listen_at_ ? listen_at_ : poll_at_;
  return std::min(*listen_at_, *poll_at_);
}

std::optional<visit::Action> House::poll() {
  const auto now = ground_.clock.monotonic();
  if (auto ended = poll_voice(now)) return ended;
  return poll_sync(now);
}

std::optional<visit::Action> House::poll_voice(base::Millis now) {
  if (!listen_at_ || now < *listen_at_) return std::nullopt;
  listen_at_ = now + listen_every;
  if (ground_.sound.speaker.speaking()) return std::nullopt;
  listen_at_.reset();
  // espeak-ng tells nobody that it could not open the device; nobody speaks that fast.
  if (now - speech_began_ < least_speech_)
    note({base::ErrorCode::Unavailable,
          "the voice ends at once: is the sound device in use, or without a driver?"});
  return visit::SpeechEnded{};
}

// A choice that cannot be read is none: what the courier calls active is on the screen then.
void House::take_up_release_choice() {
  const auto bytes = ground_.files.read(ground_.state / release_file);
  if (!bytes) return;
  const auto choice = store::read_release_choice(*bytes);
  if (choice) return shelf_.prefer(*choice);
  note(base::Error(choice.error()).context(std::string(release_file)));
}

visit::Action House::choose(visit::Release release) {
  const auto done = release == visit::Release::Previous ? take_back() : take_newest();
  if (!done) note(done.error());
  return visit::ReleaseShown{.well = done.has_value()};
}

base::Result<> House::take_back() {
  WV_TRY(const auto choice, shelf_.previous());
  shelf_.prefer(choice);
  if (const auto taken = shelf_.refresh(); !taken) {
    shelf_.prefer(std::nullopt);
    return std::unexpected(taken.error());
  }
  look_over_content();
  return ground_.files.write(ground_.state / release_file, base::as_bytes(store::to_text(choice)));
}

base::Result<> House::take_newest() {
  shelf_.prefer(std::nullopt);
  WV_CHECK(ground_.files.remove(ground_.state / release_file));
  WV_CHECK(shelf_.refresh());
  look_over_content();
  return {};
}

bool House::refresh() {
  const auto taken = shelf_.refresh();
  if (taken && *taken) look_over_content();
  if (taken) return *taken;
  if (taken.error().code != base::ErrorCode::NotFound) note(taken.error());
  return false;
}

bool House::renew_settings() {
  const auto now = ground_.clock.monotonic();
  if (!ground_.settings_again || now < settings_due_) return false;
  settings_due_ = now + renew_every;
  auto newer = ground_.settings_again(kept_choices_);
  if (newer.bytes == loaded_.bytes && newer.mistakes == loaded_.mistakes) return false;
  if (!newer.mistakes.empty()) {
    loaded_.is_last_good = loaded_.is_last_good || loaded_.mistakes.empty();
    loaded_.mistakes = std::move(newer.mistakes);
    loaded_.bytes = std::move(newer.bytes);
    return true;
  }
  take_settings(std::move(newer));
  return true;
}

// What is published and cannot be shown, or leaves a screen bare, is named to those who can mend it.
void House::look_over_content() {
  content_trouble_.clear();
  almanac_.reset();
  diary_.note(ground_.clock.now(), store::LogLine::What::Content, std::to_string(shelf_.content().version));
  const auto* own = shelf_.content().area({});
  if (own && own->places.empty()) note_content("gebied " + own->id.value + ": er staan geen plekken in");
}

std::shared_ptr<const store::Almanac> House::almanac(base::Day today) {
  const auto& content = shelf_.content();
  const auto found = content.areas.find(content.own_area);
  const auto area = found == content.areas.end() ? nullptr : found->second;
  if (almanac_ && almanac_->area == area && almanac_->today == today) return almanac_;
  almanac_ = std::make_shared<const store::Almanac>(store::almanac_of(area, today));
  for (const auto& event : almanac_->unusable)
    note_content("activiteit " + event.value + ": de herhaling geeft geen datum; pas haar aan");
  return almanac_;
}

std::shared_ptr<const screens::City> House::city() {
  const auto& content = shelf_.content();
  if (city_version_ == content.version) return city_;
  city_version_ = content.version;
  return city_ = screens::city_of(content);
}

namespace {

constexpr std::size_t most_trouble = 20;  // more is not read

// Each trouble once: the staff screen is read by people.
bool add_once(std::vector<std::string>& lines, const std::string& line) {
  const bool is_new = lines.size() < most_trouble && std::ranges::find(lines, line) == lines.end();
  if (is_new) lines.push_back(line);
  return is_new;
}

}  // namespace

void House::note(const base::Error& error) {
  if (add_once(trouble_, error.message))
    diary_.note(ground_.clock.now(), store::LogLine::What::Trouble, error.message);
}

void House::note_content(const std::string& what) {
  add_once(content_trouble_, what);
}

}  // namespace wv::app
