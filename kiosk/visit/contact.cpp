// Whether a message could arrive at what was typed: friendly, so it knows common slips and refuses no more.
#include <algorithm>

#include "kiosk/visit/visit.h"
#include "sync/base/utf8.h"

namespace wv::visit {
namespace {

using Problem = std::optional<ContactProblem>;

// RFC 5321 allows more than people have; a mailbox of ours has one @, and a domain with a dot inside.
Problem problem_of_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return ContactProblem::NoAt;
  const std::string_view host = text.substr(at + 1);
  const std::size_t dot = host.rfind('.');
  const bool dotted = dot != std::string_view::npos && dot > 0 && host.size() - dot > 2;
  const bool tidy = !text.contains("..") && !host.contains('@') && !host.starts_with('.') && text[0] != '.';
  return at > 0 && dotted && tidy ? std::nullopt : Problem(ContactProblem::NoDomain);
}

// In the Netherlands ten digits from a 0 on (Nummerplan telefoon- en ISDN-diensten); abroad after + or 00 at
// most fifteen (E.164).
Problem problem_of_phone(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  const bool abroad = text.starts_with('+') || digits.starts_with("00");
  if (!abroad && !digits.starts_with('0'))
    return digits.size() < 6 ? ContactProblem::TooShort : ContactProblem::NoAreaCode;
  const std::size_t least = abroad ? 8 : 10, most = abroad ? 17 : 10;  // 17: two zeros and fifteen
  if (digits.size() < least) return ContactProblem::TooShort;
  return digits.size() > most ? Problem(ContactProblem::TooLong) : std::nullopt;
}

}  // namespace

std::optional<ContactProblem> contact_problem(const IdeaDraft& draft) {
  if (draft.channel == ContactChannel::None) return std::nullopt;
  const std::string_view value = base::strip(draft.contact.text());
  if (value.empty()) return ContactProblem::Empty;
  return draft.channel == ContactChannel::Email ? problem_of_email(value) : problem_of_phone(value);
}

bool contact_is_plausible(const IdeaDraft& draft) {
  return !contact_problem(draft);
}

}  // namespace wv::visit
