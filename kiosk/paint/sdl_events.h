// SDL's events and ours, both ways.
#pragma once

#include <SDL_events.h>

#include <optional>

#include "kiosk/paint/input.h"

namespace wv::paint {

// Nothing for what no visitor can mean (pointer without button, key releases). The caller fills in the time.
std::optional<Event> from_sdl(const SDL_Event& event, Size canvas);

// Pushes one of ours into SDL's queue as if a device had sent it. Text longer than SDL's 31 bytes goes in
// pieces.
void push_to_sdl(const Event& event, Size canvas);

}  // namespace wv::paint
