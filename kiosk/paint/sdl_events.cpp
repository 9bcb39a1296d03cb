// Which key means what, and where on the canvas a finger is.
#include "kiosk/paint/sdl_events.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace wv::paint {
namespace {

struct Meaning {
  SDL_Keycode code;
  Key key;
  bool types_text = false;
};

// The first of each key is the one that push_to_sdl sends.
constexpr std::array kKeys = {
    Meaning{SDLK_UP, Key::Up},
    Meaning{SDLK_DOWN, Key::Down},
    Meaning{SDLK_LEFT, Key::Left},
    Meaning{SDLK_RIGHT, Key::Right},
    Meaning{SDLK_RETURN, Key::Select},
    Meaning{SDLK_KP_ENTER, Key::Select},
    Meaning{SDLK_SPACE, Key::Select, true},
    Meaning{SDLK_F1, Key::Help},
    Meaning{SDLK_h, Key::Help, true},
    Meaning{SDLK_BACKSPACE, Key::Erase},
    Meaning{SDLK_ESCAPE, Key::Back},
    Meaning{SDLK_TAB, Key::Down},
};

std::optional<Event> key_event(const SDL_KeyboardEvent& pressed) {
  const auto found = std::ranges::find(kKeys, pressed.keysym.sym, &Meaning::code);
  if (found == kKeys.end() || (pressed.keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0)
    return std::nullopt;
  const bool backwards = found->code == SDLK_TAB && (pressed.keysym.mod & KMOD_SHIFT) != 0;
  Event event{EventKind::Key};
  event.key = backwards ? Key::Up : found->key;
  event.repeat = pressed.repeat != 0;
  event.types_text = found->types_text;
  return event;
}

std::optional<Event> touch_event(EventKind kind, const SDL_TouchFingerEvent& touch, Size canvas) {
  Event event{kind};
  event.finger = touch.fingerId ^ (touch.touchId << 32);  // two panels may number alike
  if (event.finger == kMouse) event.finger = 0;
  event.where = {touch.x * static_cast<float>(canvas.width), touch.y * static_cast<float>(canvas.height)};
  return event;
}

std::optional<Event> mouse_event(EventKind kind, int x, int y) {
  Event event{kind};
  event.finger = kMouse;
  event.where = {static_cast<float>(x), static_cast<float>(y)};
  return event;
}

std::optional<Event> wheel_event(const SDL_MouseWheelEvent& turned) {
  Event event{EventKind::Wheel};
  event.wheel = turned.direction == SDL_MOUSEWHEEL_FLIPPED ? -turned.preciseY : turned.preciseY;
  event.where = {static_cast<float>(turned.mouseX), static_cast<float>(turned.mouseY)};
  return event;
}

void push_finger(Uint32 type, const Event& event, Size canvas) {
  SDL_Event sdl{};
  sdl.type = type;
  if (event.finger == kMouse) {
    const auto x = static_cast<Sint32>(event.where.x);
    const auto y = static_cast<Sint32>(event.where.y);
    sdl.type = type == SDL_FINGERDOWN ? SDL_MOUSEBUTTONDOWN
               : type == SDL_FINGERUP ? SDL_MOUSEBUTTONUP
                                      : SDL_MOUSEMOTION;
    if (type == SDL_FINGERMOTION) {
      sdl.motion.x = x, sdl.motion.y = y, sdl.motion.state = SDL_BUTTON_LMASK;
    } else {
      sdl.button.x = x, sdl.button.y = y, sdl.button.button = SDL_BUTTON_LEFT;
    }
  } else {
    sdl.tfinger.fingerId = event.finger;
    sdl.tfinger.x = event.where.x / static_cast<float>(canvas.width);
    sdl.tfinger.y = event.where.y / static_cast<float>(canvas.height);
  }
  SDL_PushEvent(&sdl);
}

void push_key(const Event& event) {
  const auto found = std::ranges::find(kKeys, event.key, &Meaning::key);
  if (found == kKeys.end()) return;
  SDL_Event sdl{};
  sdl.type = SDL_KEYDOWN;
  sdl.key.keysym.sym = found->code;
  sdl.key.repeat = event.repeat ? 1 : 0;
  SDL_PushEvent(&sdl);
}

void push_text(std::string_view text) {
  constexpr std::size_t kRoom = SDL_TEXTINPUTEVENT_TEXT_SIZE - 1;
  while (!text.empty()) {
    std::size_t length = std::min(text.size(), kRoom);
    const auto continues = [&](std::size_t at) { return at < text.size() && (text[at] & 0xC0) == 0x80; };
    while (length > 1 && continues(length)) --length;
    SDL_Event sdl{};
    sdl.type = SDL_TEXTINPUT;
    std::memcpy(sdl.text.text, text.data(), length);
    SDL_PushEvent(&sdl);
    text.remove_prefix(length);
  }
}

}  // namespace

std::optional<Event> from_sdl(const SDL_Event& sdl, Size canvas) {
  switch (sdl.type) {
    case SDL_FINGERDOWN:
      return touch_event(EventKind::FingerDown, sdl.tfinger, canvas);
    case SDL_FINGERMOTION:
      return touch_event(EventKind::FingerMove, sdl.tfinger, canvas);
    case SDL_FINGERUP:
      return touch_event(EventKind::FingerUp, sdl.tfinger, canvas);
    case SDL_MOUSEBUTTONDOWN:
      if (sdl.button.button != SDL_BUTTON_LEFT) return std::nullopt;
      return mouse_event(EventKind::FingerDown, sdl.button.x, sdl.button.y);
    case SDL_MOUSEBUTTONUP:
      if (sdl.button.button != SDL_BUTTON_LEFT) return std::nullopt;
      return mouse_event(EventKind::FingerUp, sdl.button.x, sdl.button.y);
    case SDL_MOUSEMOTION:
      if ((sdl.motion.state & SDL_BUTTON_LMASK) == 0) return std::nullopt;
      return mouse_event(EventKind::FingerMove, sdl.motion.x, sdl.motion.y);
    case SDL_MOUSEWHEEL:
      return wheel_event(sdl.wheel);
    case SDL_KEYDOWN:
      return key_event(sdl.key);
    case SDL_TEXTINPUT: {
      Event event{EventKind::Text};
      event.text = sdl.text.text;
      return event;
    }
    case SDL_QUIT:
      return Event{EventKind::Quit};
    default:
      return std::nullopt;
  }
}

void push_to_sdl(const Event& event, Size canvas) {
  switch (event.kind) {
    case EventKind::FingerDown:
      return push_finger(SDL_FINGERDOWN, event, canvas);
    case EventKind::FingerMove:
      return push_finger(SDL_FINGERMOTION, event, canvas);
    case EventKind::FingerUp:
    case EventKind::FingerLost:
      return push_finger(SDL_FINGERUP, event, canvas);
    case EventKind::Key:
      return push_key(event);
    case EventKind::Text:
      return push_text(event.text);
    case EventKind::Quit: {
      SDL_Event sdl{};
      sdl.type = SDL_QUIT;
      SDL_PushEvent(&sdl);
      return;
    }
    default:
      return;
  }
}

}  // namespace wv::paint
