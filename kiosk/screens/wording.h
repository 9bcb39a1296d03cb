// Says things in one language: interface texts, content, dates, times, numbers and lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/strings.h"
#include "sync/base/time.h"
#include "sync/model/content.h"

namespace wv::screens {

class Wording {
 public:
  Wording(const Strings& strings, model::Lang lang) : strings_(strings), lang_(std::move(lang)) {}
  const model::Lang& lang() const { return lang_; }

  Words operator()(std::string_view key, Fillings fill = {}) const { return strings_.text(lang_, key, fill); }
  Words count(std::string_view key, std::int64_t n, Fillings fill = {}) const {
    return strings_.count(lang_, key, n, fill);
  }
  Words in(const model::Lang& lang, std::string_view key) const { return strings_.text(lang, key); }
  Words content(const model::Text& text) const;
  Words name(const std::string& text) const {
    return {isolated(text), lang_, false};
  }  // names and figures need no language
  // What is put beside other words by hand: keeps its own direction where lines begin at the right.
  std::string isolated(std::string text) const;

  std::string weekday(base::Day day) const;                                    // "maandag"
  std::string date(base::Day day) const;                                       // "maandag 23 november"
  std::string full_date(base::Day day) const;                                  // "23 november 2026"
  std::string month(base::Day day) const;                                      // "november 2026"
  std::string clock(std::chrono::minutes since_midnight) const;                // "17.00 uur"
  std::string span(std::chrono::minutes from, std::chrono::minutes to) const;  // "9.00 tot 12.30 uur"
  std::string moment(const base::LocalTime& at) const;            // "23 november 2026, 17.00 uur"
  std::string number(std::int64_t value) const;                   // "23.000"
  std::string list(const std::vector<std::string>& items) const;  // "a, b en c"
  Words period(const model::Period& period) const;
  Words ago(base::Day day, base::Day today) const;  // "vandaag", "gisteren", "3 dagen geleden"

 private:
  const Strings& strings_;
  model::Lang lang_;
};

// The first letter as a capital, in scripts that have them.
std::string capital(std::string text);
// The wall clock at `at`, taking the kiosk's present offset: an hour off across a change of summer time, no
// more.
base::LocalTime local_at(base::Instant at, const base::LocalTime& now);

}  // namespace wv::screens
