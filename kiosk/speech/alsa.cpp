// Reads the jacks of every sound card. ALSA stays in this file.
#include "kiosk/speech/alsa.h"

#include <alsa/asoundlib.h>

#include <cstring>
#include <memory>
#include <string>

namespace wv::speech {
namespace {

template <class Visit>
bool any_card(Visit visit) {
  for (int card = -1; snd_card_next(&card) == 0 && card >= 0;)
    if (visit(card)) return true;
  return false;
}

bool is_headphone_jack(const char* name) {
  return std::strstr(name, "Headphone") != nullptr && std::strstr(name, "Jack") != nullptr;
}

bool is_plugged(snd_hctl_elem_t* element) {
  snd_ctl_elem_value_t* value = nullptr;
  snd_ctl_elem_value_alloca(&value);
  return snd_hctl_elem_read(element, value) == 0 && snd_ctl_elem_value_get_boolean(value, 0) != 0;
}

bool has_headphones(int card) {
  snd_hctl_t* opened = nullptr;
  if (snd_hctl_open(&opened, ("hw:" + std::to_string(card)).c_str(), SND_CTL_NONBLOCK) != 0) return false;
  const std::unique_ptr<snd_hctl_t, int (*)(snd_hctl_t*)> control(opened, snd_hctl_close);
  if (snd_hctl_load(opened) != 0) return false;
  for (auto* element = snd_hctl_first_elem(opened); element != nullptr; element = snd_hctl_elem_next(element))
    if (is_headphone_jack(snd_hctl_elem_get_name(element)) && is_plugged(element)) return true;
  return false;
}

}  // namespace

bool AlsaOutlet::present() {
  return any_card([](int) { return true; });
}

bool AlsaOutlet::headphones() {
  return any_card(has_headphones);
}

}  // namespace wv::speech
