// Cut at fixed places; each piece is judged by who knows it.
#include "sync/wire/invitation.h"

#include <algorithm>

#include "sync/base/encoding.h"
#include "sync/base/reference_code.h"
#include "sync/base/utf8.h"
#include "sync/model/idea.h"

namespace wv::wire {
namespace {

using base::ErrorCode;
using base::fail;

constexpr std::string_view invitation_scheme = "wijkvenster:aanmelden/";
constexpr std::size_t sha256_digits = 64;

// The next `count` characters and the slash behind them.
base::Result<std::string_view> take_field(std::string_view& rest, std::size_t count, std::string_view what) {
  if (rest.size() <= count || rest[count] != '/')
    return fail(ErrorCode::Invalid, "the invitation is cut short or damaged at " + std::string(what));
  const auto field = rest.substr(0, count);
  rest.remove_prefix(count + 1);
  return field;
}

}  // namespace

bool is_central_address(std::string_view address) {
  const bool known = address.starts_with("https://") || address.starts_with("http://");
  return known && address.size() <= max_central_address &&
         address.size() > std::string_view("https://").size() &&
         std::ranges::all_of(address, [](char c) { return c > ' ' && c < 0x7f; });
}

std::string to_text(const Invitation& invitation) {
  return std::string(invitation_scheme) + invitation.code + "/" + invitation.root_sha256 + "/" +
         invitation.address;
}

base::Result<Invitation> read_invitation(std::string_view text) {
  const std::string stripped(base::strip(text));
  std::string_view rest = stripped;
  if (!rest.starts_with(invitation_scheme))
    return fail(ErrorCode::Invalid, "no invitation: it begins with " + std::string(invitation_scheme));
  rest.remove_prefix(invitation_scheme.size());
  Invitation invitation;
  WV_TRY(const auto code, take_field(rest, model::code_characters, "the code"));
  WV_TRY(invitation.code, base::normal_enrolment_code(code));
  WV_TRY(const auto root, take_field(rest, sha256_digits, "the hash of the root"));
  const auto digest = base::from_hex(root);
  if (!digest) return fail(ErrorCode::Invalid, "the hash of the root in the invitation is damaged");
  invitation.root_sha256 = base::to_hex(*digest);
  if (!is_central_address(rest))
    return fail(ErrorCode::Invalid, "the address in the invitation is no address of a central");
  invitation.address = rest;
  return invitation;
}

}  // namespace wv::wire
