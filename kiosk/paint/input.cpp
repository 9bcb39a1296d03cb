// Events for tests and journeys.
#include "kiosk/paint/input.h"

#include <utility>

namespace wv::paint {
namespace {

Event finger(EventKind kind, FingerId id, Point where, base::Millis at) {
  Event event{kind, at};
  event.finger = id;
  event.where = where;
  return event;
}

}  // namespace

Event finger_down(FingerId id, Point where, base::Millis at) {
  return finger(EventKind::FingerDown, id, where, at);
}
Event finger_move(FingerId id, Point where, base::Millis at) {
  return finger(EventKind::FingerMove, id, where, at);
}
Event finger_up(FingerId id, Point where, base::Millis at) {
  return finger(EventKind::FingerUp, id, where, at);
}

Event key_press(Key key, base::Millis at) {
  Event event{EventKind::Key, at};
  event.key = key;
  return event;
}

Event typed(std::string text, base::Millis at) {
  Event event{EventKind::Text, at};
  event.text = std::move(text);
  return event;
}

}  // namespace wv::paint
