// An idea of a resident, from draft to public answer, with the limits that let it fit other systems.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/ids.h"
#include "sync/base/time.h"
#include "sync/model/content.h"

namespace wv::model {

using IdeaId = base::Id<struct IdeaTag>;    // UUIDv7 in lower case with hyphens, made on the kiosk
using KioskId = base::Id<struct KioskTag>;  // UUIDv7, made by the central

// Klantinteracties: content at most 1,000 characters (Unicode code points), reference at most 10.
inline constexpr std::size_t max_idea_characters = 1000;
inline constexpr std::size_t code_characters = 10;

// Why a text cannot be sent; each has its own friendly sentence on screen.
enum class TextProblem { Empty, TooLong, NotUtf8, ControlCharacter };
// Tabs and line feeds are fine; other C0/C1 controls, NUL and non-characters are not. Blank counts as empty.
std::optional<TextProblem> check_idea_text(std::string_view text);

// What the kiosk freezes when the resident presses send. Contact data is never part of it in the clear.
struct Idea {
  IdeaId id;
  std::string text;
  std::optional<ThemeId> theme;
  std::optional<WijkCode> wijk;
  std::optional<AreaId> area;
  std::optional<ChallengeId> challenge;
  Lang lang = "nl";
  base::Instant entered_at;
  bool clock_is_certain = true;
  bool assisted = false;
  std::int64_t sequence = 0;   // volgnummer: 1, 2, 3 … per kiosk, never used twice
  std::string reference_hash;  // base64url of 16 bytes: argon2id(code, published salt)
  std::string sealed_contact;  // compact JWE or empty
};

// Lifecycle on the central; the wire and the screen use the Dutch words (see status_word).
enum class IdeaStatus {
  Received,
  InModeration,
  Published,
  NotShown,
  Referred,
  InProgress,
  OnAgenda,
  BeingDone,
  Done,
  NotTaken,
  Withdrawn,
  Merged  // the same as another idea, with which it goes on
};
std::string_view status_word(IdeaStatus status);  // "ontvangen", "in moderatie", …
std::optional<IdeaStatus> status_from_word(std::string_view word);

// One step of the public history of an idea, as the signed answers hold it.
struct PublicAnswer {
  IdeaStatus status = IdeaStatus::Received;
  base::Instant at;
  Text text;                // public words, may be empty
  std::string merged_with;  // public id of the idea it goes on with; only with Merged
};
struct PublicHistory {
  std::string reference_hash;
  std::vector<PublicAnswer> steps;  // oldest first
};

// An idea as everybody may read it, after moderation. Its id is the central's own: never the id of the
// kiosk's envelope.
struct PublicStep {
  IdeaStatus status = IdeaStatus::Published;
  base::Day on;
  bool operator==(const PublicStep&) const = default;
};
struct PublicIdea {
  std::string id;  // [a-z0-9-]{1,64}
  std::string text;
  base::Day on;
  IdeaStatus status = IdeaStatus::Published;
  std::optional<ThemeId> theme;
  std::optional<AreaId> area;
  std::optional<WijkCode> wijk;
  std::optional<ChallengeId> challenge;
  std::int64_t supports = 0;
  Text answer;  // official answer, may be empty
  std::optional<base::Day> answered_on;
  std::vector<PublicStep> steps;  // oldest first, may be empty
  bool operator==(const PublicIdea&) const = default;
};

// "Steun dit idee": somebody at a kiosk backs a public idea. Nothing is known of who it was.
struct Support {
  IdeaId id;         // of this support: UUIDv7, made on the kiosk
  std::string idea;  // public id
  base::Instant given_at;
  bool clock_is_certain = true;
  std::int64_t sequence = 0;  // from the same numbers as ideas
};

}  // namespace wv::model
