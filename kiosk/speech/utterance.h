// What is said: sentences, each in the voice of its own language.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/model/content.h"

namespace wv::speech {

struct Run {
  std::string text;
  model::Lang lang;
  bool operator==(const Run&) const = default;
};

// One thing on the screen, or one sentence about it.
struct Utterance {
  std::vector<Run> runs;
  bool empty() const { return runs.empty(); }
  std::string text() const;  // all runs, for tests and transcripts
  bool operator==(const Utterance&) const = default;
};
using Speech = std::vector<Utterance>;

// What is said but not drawn, in the language of the screen.
struct SpokenWords {
  std::string button, option, field, picture, code_picture;  // roles
  std::string chosen, on, disabled, empty;                   // states
  std::string keyboard;                                      // once, in the place of forty keys
  std::string at;            // "U bent bij" the focused item, after a whole screen was read
  std::string erased;        // before what was erased
  std::string typed;         // in the place of typed text, where others could hear it
  std::string foreign_mark;  // drawn beside Dutch in another language; the voice says as much
  bool operator==(const SpokenWords&) const = default;
};

// The voice that reads a language, as espeak-ng calls it; none: it cannot be read aloud.
std::optional<std::string_view> voice_of(const model::Lang& lang);

// As it is pronounced: "17.30 uur" is said as "17 uur 30", a middle dot as a pause.
std::string pronounced(std::string_view text, const model::Lang& lang);

}  // namespace wv::speech
