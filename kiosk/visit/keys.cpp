// The keyboard by itself: which layer comes next, when a capital comes, and what is offered over the keys.
#include "kiosk/visit/stepper.h"
#include "sync/base/utf8.h"

namespace wv::visit {
namespace {

bool starts_sentence(std::string_view before) {
  if (before.empty() || before.back() == '\n') return true;
  if (before.back() != ' ') return false;
  before = base::strip(before);
  return before.empty() || before.back() == '.' || before.back() == '!' || before.back() == '?' ||
         before.ends_with("…");
}

// What is offered stays while somebody only looks, and while another offer takes its place.
bool lives_beside_offer(const Action& action) {
  return std::holds_alternative<Touched>(action) || std::holds_alternative<ScrollTo>(action) ||
         std::holds_alternative<ScrollAside>(action) || std::holds_alternative<OfferLayouts>(action);
}

}  // namespace

// A capital opens a sentence and then makes way by itself; the symbols stay until somebody asks for letters.
void Stepper::choose_keys() {
  KeyState& keys = visit_.keys;
  const TypedText* text = field_of(visit_);
  keys.offer = KeyOffer::None;
  keys.letter.clear();
  if (keys.layer != KeyLayer::Symbols || !text || text->empty()) keys.layer = KeyLayer::Letters;
  if (keys.shift == Shift::Locked) return;
  keys.starts_sentence =
      is_at(Screen::IdeaWrite) && starts_sentence(text->text().substr(0, text->selection().begin));
  keys.shift = keys.starts_sentence ? Shift::Once : Shift::Off;
}

void Stepper::take_back_offer(const Action& action) {
  if (visit_.keys.offer == KeyOffer::None || lives_beside_offer(action)) return;
  visit_.keys.offer = KeyOffer::None;
  visit_.keys.letter.clear();
}

void Stepper::operator()(const ShowKeys& show) {
  // A second tap on the same key leads back to the letters.
  visit_.keys.layer = visit_.keys.layer == show.layer ? KeyLayer::Letters : show.layer;
}

// One press for one capital, a second for capitals until a third. No hurry: a double tap is two presses. A
// capital that came with the sentence goes at the first.
void Stepper::operator()(const PressShift&) {
  KeyState& keys = visit_.keys;
  switch (keys.shift) {
    case Shift::Off:
      keys.shift = Shift::Once;
      break;
    case Shift::Once:
      keys.shift = keys.starts_sentence ? Shift::Off : Shift::Locked;
      break;
    case Shift::Locked:
      keys.shift = Shift::Off;
      break;
  }
  keys.starts_sentence = false;
}

void Stepper::operator()(const OrderKeys& order) {
  visit_.keys.order = order.order;
  visit_.keys.layer = KeyLayer::Letters;
}

void Stepper::operator()(const ChooseLayout& choose) {
  visit_.keys.layout = choose.layout;
  visit_.keys.layer = KeyLayer::Letters;
}

void Stepper::operator()(const OfferLayouts&) {
  KeyState& keys = visit_.keys;
  keys.offer = keys.offer == KeyOffer::Layouts ? KeyOffer::None : KeyOffer::Layouts;
  keys.letter.clear();
}

// Who presses long by nature gets the letter all the same; what is offered replaces it.
void Stepper::operator()(const OfferVariants& offer) {
  if (!field() || visit_.sending == Sending::Busy) return;
  (*this)(TypeText{offer.letter});
  if (visit_.typing_trouble != TypingTrouble::None) return;
  visit_.keys.offer = KeyOffer::Variants;
  visit_.keys.letter = offer.letter;
}

}  // namespace wv::visit
