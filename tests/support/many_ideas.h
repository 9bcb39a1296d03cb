// Ideas to fill a release with: from a seed, so that every run has the same town.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "sync/wire/content.h"
#include "tests/support/dice.h"

namespace wv::test {

inline model::PublicIdea a_public_idea(int number, std::string text, std::string area = "noord") {
  model::PublicIdea idea;
  idea.id = "i" + std::to_string(number);
  idea.text = std::move(text);
  idea.on =
      base::Day(std::chrono::sys_days(std::chrono::year(2026) / 1 / 1) + std::chrono::days(number / 40));
  idea.area = model::AreaId{std::move(area)};
  return idea;
}

// Ideas of an invented town: words of a small vocabulary, so that many are alike and some words are
// everywhere.
inline model::PublicIdea any_public_idea(Dice& dice, int number) {
  static const std::vector<std::string> things = {
      "bankje",      "speeltuin",   "fietspad",      "zebrapad",    "boom",          "bloembak",
      "lantaarn",    "prullenbak",  "hondenveld",    "moestuin",    "buurthuis",     "waterkraan",
      "trapveld",    "muziekavond", "boekenkast",    "geveltuin",   "parkeerplaats", "schoolplein",
      "wandelroute", "eettafel",    "reparatiecafé", "kleedruimte", "bushalte",      "picknicktafel"};
  static const std::vector<std::string> places = {"bij het plein", "achter de school", "langs de singel",
                                                  "in het park",   "voor de winkels",  "naast de kerk"};
  const auto any = [&](const auto& list) {
    return list[static_cast<std::size_t>(dice.whole(0, static_cast<int>(list.size()) - 1))];
  };
  std::string text = "Graag een " + any(things) + " " + any(places) + ", samen met een " + any(things) +
                     ". In onze straat is daar nu geen plaats voor, zeggen de buren van nummer " +
                     std::to_string(dice.whole(1, 4000)) + ".";
  auto idea = a_public_idea(number, std::move(text), dice.one_in(8) ? "noord" : "west");
  static constexpr std::array statuses = {model::IdeaStatus::Published, model::IdeaStatus::InProgress,
                                          model::IdeaStatus::Done};
  idea.status = statuses[static_cast<std::size_t>(dice.whole(0, 2))];
  if (dice.one_in(2)) idea.theme = model::ThemeId{dice.one_in(2) ? "groen" : "verkeer"};
  idea.supports = dice.whole(0, 90);
  return idea;
}

}  // namespace wv::test
