// Ideas as contacts in the Klantinteracties API of Open Klant, where a municipality keeps all contacts with
// residents.
//
// An idea becomes one `klantcontact`; an answer becomes its `reactie`. Reference numbers there are unique and
// at most ten digits, so they are made of the number of the idea and a series of our own, and looked up
// before anything is made: an answer that got lost on the way back leaves no second contact.
#pragma once

#include <memory>

#include "sync/base/http.h"
#include "sync/base/secret.h"
#include "sync/relay/outbox.h"

namespace wv::relay {

struct KlantinteractiesSettings {
  std::string name;
  std::string url;            // …/klantinteracties/api/v1, without a slash at the end
  std::string series = "70";  // first digits of all reference numbers, 1 to 4
  std::string channel = "kiosk";
  std::size_t longest_reaction = 4000;  // older versions take 1000
  bool confidential = true;
};

// "7000000041"; empty when the number does not fit behind the series.
std::string reference_number(const std::string& series, std::int64_t idea_number);

std::unique_ptr<Target> klantinteracties(KlantinteractiesSettings settings, base::Secret token,
                                         std::unique_ptr<base::Http> http);

}  // namespace wv::relay
