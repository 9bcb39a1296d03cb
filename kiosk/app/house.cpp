// Keeps ideas, looks up codes, checks PINs, takes releases into use: everything a visit can ask for.
#include "kiosk/app/house.h"

#include <algorithm>

#include "kiosk/store/courier.h"
#include "kiosk/store/lookup.h"
#include "kiosk/store/public_ideas.h"

namespace wv::app {

namespace {

constexpr base::Millis poll_every{500};
constexpr base::Millis sync_patience{60'000};
constexpr std::size_t most_similar = 3;
constexpr std::string_view request_file = "sync-verzoek";

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

}  // namespace

base::Result<std::unique_ptr<House>> House::open(const Ground& ground, LoadedSettings loaded) {
  WV_TRY(const auto words, ground.files.read(ground.share / "words" / "nl.txt"));
  std::string text(base::as_text(words));
  WV_TRY(auto list, base::read_word_list(text));
  // Unreadable numbers of sync are no reason to keep the screen dark: the book then goes on with its own.
  const auto floor = store::highest_sequence(ground.state).value_or(0);
  WV_TRY(auto opened, store::IdeaBook::open(ground.state, ground.files, ground.clock.now(), floor));
  std::unique_ptr<House> house(
      new House(ground, std::move(loaded), std::move(text), std::move(list), std::move(opened)));
  house->refresh();
  return house;
}

House::House(const Ground& ground, LoadedSettings loaded, std::string words, std::vector<std::string_view>,
             store::IdeaBook::Opened opened)
    : ground_(ground),
      loaded_(std::move(loaded)),
      words_(std::move(words)),
      word_list_(*base::read_word_list(words_)),  // again: the text moved in here
      book_(std::move(opened.book)),
      shelf_(ground.state, loaded_.settings.place.area),
      intake_(book_, ground.clock, ground.random, word_list_),
      pin_(loaded_.settings.pin_hash),
      trouble_(loaded_.mistakes) {
  if (opened.trouble) trouble_.push_back(*opened.trouble);
}

std::optional<visit::Action> House::perform(const visit::Effect& effect) {
  using Answer = std::optional<visit::Action>;
  return std::visit(Overloaded{
                        [&](const visit::KeepIdea& keep) -> Answer {
                          return intake_.keep(keep.draft, shelf_.content(), shelf_.keys());
                        },
                        [&](const visit::LookUpCode& wanted) -> Answer {
                          return store::look_up(wanted, shelf_, book_, word_list_, ground_.state);
                        },
                        [&](const visit::CheckPin& check) -> Answer {
                          return pin_.check(check.pin, ground_.clock.monotonic());
                        },
                        [&](const visit::SyncNow&) -> Answer {
                          ask_for_sync();
                          return std::nullopt;
                        },
                        [&](const visit::LoadArea& load) -> Answer {
                          if (const auto loaded = shelf_.load_area(load.area); !loaded) note(loaded.error());
                          return std::nullopt;
                        },
                        [&](const visit::Search& wanted) -> Answer { return shelf_.search(wanted); },
                        [&](const visit::FetchIdeas& wanted) -> Answer { return page_of(wanted); },
                        [&](const visit::LoadIdea& wanted) -> Answer { return idea_of(wanted); },
                        [&](const visit::FindSimilar& wanted) -> Answer { return similar_to(wanted); },
                        [&](const visit::SupportIdea& wanted) -> Answer {
                          return intake_.support(wanted, shelf_.content());
                        },
                        [&](const visit::VisitEnded&) -> Answer {
                          if (const auto erased = store::erase_delivered(ground_.state, book_); !erased)
                            note(erased.error());
                          refresh();
                          return std::nullopt;
                        },
                    },
                    effect);
}

// The screen has no network. It leaves a request in a file of its own, which wijkvenster-sync watches.
void House::ask_for_sync() {
  asked_at_ = ground_.clock.now();
  const auto stamp = std::to_string(asked_at_->time_since_epoch().count());
  if (const auto written = ground_.files.write(ground_.state / request_file, base::as_bytes(stamp)); !written)
    note(written.error());
  const auto now = ground_.clock.monotonic();
  poll_at_ = now + poll_every;
  give_up_at_ = now + sync_patience;
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
  return poll_at_;
}

std::optional<visit::Action> House::poll() {
  const auto now = ground_.clock.monotonic();
  if (!poll_at_ || now < *poll_at_) return std::nullopt;
  const auto round = store::last_round(ground_.state).value_or(std::nullopt);
  const bool ended = round && round->ended && *round->ended >= *asked_at_;
  if (!ended && now < *give_up_at_) {
    poll_at_ = now + poll_every;
    return std::nullopt;
  }
  poll_at_.reset();
  if (const auto erased = store::erase_delivered(ground_.state, book_); !erased) note(erased.error());
  return visit::SyncEnded{};
}

bool House::refresh() {
  const auto taken = shelf_.refresh();
  if (taken) return *taken;
  if (taken.error().code != base::ErrorCode::NotFound) note(taken.error());
  return false;
}

store::Report House::report() {
  auto report = store::read_report(ground_.state, book_, shelf_.content());
  if (const auto free = ground_.files.free_bytes(ground_.state)) report.free_bytes = *free;
  report.trouble.insert(report.trouble.end(), trouble_.begin(), trouble_.end());
  return report;
}

// Each trouble once: the staff screen is read by people.
void House::note(const base::Error& error) {
  if (std::ranges::find(trouble_, error.message) == trouble_.end()) trouble_.push_back(error.message);
}

}  // namespace wv::app
