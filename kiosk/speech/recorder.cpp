// Writes speeches as lines of text.
#include "kiosk/speech/recorder.h"

namespace wv::speech {
namespace {

constexpr int kMillisPerByte = 65;  // of Dutch at the usual pace, measured with espeak-ng

// In another language than the line before: say so, as a reader of the transcript cannot hear it.
void write(std::string& out, const Utterance& utterance, model::Lang& lang) {
  for (const Run& run : utterance.runs) {
    if (run.lang != lang && !lang.empty()) out += "(" + run.lang + ") ";
    lang = run.lang;
    out += run.text + (&run == &utterance.runs.back() ? "\n" : " ");
  }
}

}  // namespace

base::Result<> Recorder::say(const Speech& speech, const Delivery& delivery) {
  last_.clear();
  model::Lang lang;
  for (const auto& utterance : speech) write(last_, utterance, lang);
  transcript_ += last_ + "\n";
  delivery_ = delivery;
  until_ = clock_.monotonic() + base::Millis(kMillisPerByte * static_cast<int>(last_.size()));
  return {};
}

void Recorder::hush() {
  until_ = clock_.monotonic();
}

void Recorder::note(std::string_view what) {
  transcript_ += "— " + std::string(what) + "\n\n";
}

}  // namespace wv::speech
