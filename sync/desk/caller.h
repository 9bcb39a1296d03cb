// What the headers of a request say about who sends it: the cookie, the origin, whether TLS stands in
// between.
#pragma once

#include "sync/central/exchange.h"

namespace wv::desk {

// A proxy on this machine took TLS off.
bool came_by_tls(const central::Request& request);
// Passwords go over TLS or stay on this machine.
bool is_safe_way(const central::Request& request);
// A form was sent by a page of this site. A browser always says so with a POST.
bool is_from_this_site(const central::Request& request);

std::string session_token(const central::Request& request);  // empty: none
// For Set-Cookie; an empty token takes it away.
std::string session_cookie(const central::Request& request, std::string_view token);

}  // namespace wv::desk
