// Rows of the desk as people and other programs want to read them.
#pragma once

#include <string>

#include "sync/base/json.h"
#include "sync/base/secret.h"

namespace wv::central {

std::string kiosk_line(const base::Json& row);  // one line of a table
std::string kiosk_heading();
std::string burst_line(const base::Json& row);
std::string idea_lines(const base::Json& row);  // a short block

// Puts member "contact" {kanaal, waarde} into the row when its sealed contact data opens with this key; else
// "contactFout".
void open_contact(base::Json& row, const base::Secret& private_key_pem);

}  // namespace wv::central
