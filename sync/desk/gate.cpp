// Every check of the door, in an order that tells nobody which one failed.
#include "sync/desk/gate.h"

#include "sync/base/encoding.h"
#include "sync/base/reference_code.h"
#include "sync/base/utf8.h"
#include "sync/desk/totp.h"

namespace wv::desk {
namespace {

using base::ErrorCode;
using base::fail;
using base::Secret;

std::unexpected<base::Error> denied() {
  return fail(ErrorCode::Denied, "not admitted");
}

std::string form_token_of(std::string_view token) {
  return base::to_base64url(base::sha256("formulier:" + std::string(token)));
}

}  // namespace

Gate::Gate(Accounts& accounts, const base::Clock& clock, base::Random& random, GateLimits limits)
    : accounts_(accounts),
      clock_(clock),
      random_(random),
      limits_(limits),
      by_account_(limits.tries_of_account),
      by_address_(limits.tries_of_address) {}

const std::string& Gate::nobody() {
  std::call_once(nobody_made_, [this] {
    base::Bytes chance(32);
    random_.fill(chance);
    nobody_ = base::hash_password(Secret(chance), random_, limits_.cost).value_or("");
  });
  return nobody_;
}

Result<> Gate::may_try(const std::string& name, const std::string& remote) {
  const std::lock_guard lock(counting_);
  const auto now = clock_.monotonic();
  // Unknown names are counted like known ones; an absurdly long one would only fill memory.
  const auto too_many = by_address_.take(remote, now);
  if (too_many || by_account_.take(name.substr(0, 64), now))
    return fail(ErrorCode::Unavailable, "too many tries");
  return {};
}

Result<std::string> Gate::sign_in(const Credentials& credentials) {
  WV_CHECK(may_try(credentials.name, credentials.remote));
  auto found = accounts_.find(credentials.name);
  if (!found && found.error().code != ErrorCode::NotFound) return std::unexpected(found.error());
  const bool usable = found && found->state == Account::State::Active;
  const auto& decoy = nobody();  // asked in any case: its first making takes time as well
  const bool right =
      base::verify_password(usable ? std::string_view(found->password) : decoy, credentials.password);
  const Secret secret(usable ? base::ByteView(found->totp_secret) : base::ByteView());
  const auto now = clock_.now();
  const auto step = totp_step_of(secret, credentials.code, now);
  if (!usable || !right || !step) return denied();
  WV_TRY(const bool fresh, accounts_.use_totp_step(found->name, *step, now));
  if (!fresh) return denied();
  WV_CHECK(accounts_.forget_sessions_before(now - limits_.longest));
  base::Bytes chance(32);
  random_.fill(chance);
  auto token = base::to_base64url(chance);
  base::wipe(chance);
  WV_CHECK(accounts_.begin_session({base::sha256(token), found->name, now, now}));
  return token;
}

Result<Gate::Visitor> Gate::visitor(std::string_view token) {
  if (token.size() != 43) return denied();
  const auto hash = base::sha256(token);
  const auto session = accounts_.session(hash);
  if (!session && session.error().code == ErrorCode::NotFound) return denied();
  if (!session) return std::unexpected(session.error());
  const auto now = clock_.now();
  if (now - session->last_seen > limits_.idle || now - session->begun > limits_.longest) {
    WV_CHECK(accounts_.end_session(hash));
    return denied();
  }
  auto account = accounts_.find(session->account);
  if (!account || account->state != Account::State::Active) return denied();
  constexpr std::chrono::minutes not_every_click{1};
  if (now - session->last_seen >= not_every_click) WV_CHECK(accounts_.seen(hash, now));
  return Visitor{std::move(*account), form_token_of(token), hash};
}

Result<> Gate::sign_out(const Visitor& visitor) {
  return accounts_.end_session(visitor.session);
}

Result<std::string> Gate::give_code(Account& account) {
  auto code = base::make_enrolment_code(random_);
  WV_TRY(account.setup_code, base::hash_password(Secret(code), random_, limits_.cost));
  account.setup_until = clock_.now() + limits_.invitation;
  account.setup_tries = 0;
  account.state = Account::State::Invited;
  account.password.clear();
  account.totp_secret.clear();
  return code;
}

Result<std::string> Gate::invite(const std::string& name, Role role) {
  if (!is_account_name(name))
    return fail(ErrorCode::Invalid,
                "'" + base::clean_text(name) +
                    "' is no name for an account: 3 to 40 lower-case letters, digits and hyphens, such as "
                    "moderator-noord");
  Account account{name, role};
  account.made_at = clock_.now();
  WV_TRY(auto code, give_code(account));
  WV_CHECK(accounts_.add(account));
  return code;
}

Result<std::string> Gate::invite_again(const std::string& name) {
  WV_TRY(auto account, accounts_.find(name));
  WV_TRY(auto code, give_code(account));
  WV_CHECK(accounts_.change(account));
  WV_CHECK(accounts_.end_sessions_of(name));
  return code;
}

Result<> Gate::disable(const std::string& name) {
  WV_TRY(auto account, accounts_.find(name));
  account.state = Account::State::Disabled;
  account.password.clear();
  account.totp_secret.clear();
  account.setup_code.clear();
  WV_CHECK(accounts_.change(account));
  return accounts_.end_sessions_of(name);
}

Result<> Gate::give_role(const std::string& name, Role role) {
  WV_TRY(auto account, accounts_.find(name));
  account.role = role;
  return accounts_.change(account);
}

Result<Account> Gate::invited(const Invitation& invitation) {
  WV_CHECK(may_try(invitation.name, invitation.remote));
  auto account = accounts_.find(invitation.name);
  if (!account && account.error().code != ErrorCode::NotFound) return std::unexpected(account.error());
  const bool usable = account && account->state == Account::State::Invited && !account->setup_code.empty() &&
                      clock_.now() < account->setup_until;
  const auto code = base::normal_enrolment_code(invitation.setup_code);
  const auto& decoy = nobody();
  const bool right = base::verify_password(usable ? std::string_view(account->setup_code) : decoy,
                                           Secret(code.value_or("")));
  if (!usable) return denied();
  if (!right) {
    WV_TRY(const auto tries, accounts_.count_setup_try(account->name));
    if (tries < limits_.setup_tries) return denied();
    account->setup_code.clear();  // guessed at too often: only a new invitation helps
    WV_CHECK(accounts_.change(*account));
    return denied();
  }
  return account;
}

Result<Secret> Gate::begin_setup(const Invitation& invitation) {
  WV_TRY(auto account, invited(invitation));
  if (!account.totp_secret.empty()) return Secret(base::ByteView(account.totp_secret));
  auto secret = make_totp_secret(random_);
  account.totp_secret.assign(secret.bytes().begin(), secret.bytes().end());
  WV_CHECK(accounts_.change(account));
  return secret;
}

Result<> Gate::finish_setup(const Invitation& invitation, const Secret& password, std::string_view code) {
  WV_TRY(auto account, invited(invitation));
  if (!is_good_password(password.view(), account.name))
    return fail(ErrorCode::Invalid, "the password is too short, too long, or holds the name");
  const auto step = totp_step_of(Secret(base::ByteView(account.totp_secret)), code, clock_.now());
  if (account.totp_secret.empty() || !step) return denied();
  WV_TRY(account.password, base::hash_password(password, random_, limits_.cost));
  account.state = Account::State::Active;
  account.setup_code.clear();
  WV_CHECK(accounts_.change(account));
  // This code has served; it does not open the door a second time.
  if (const auto used = accounts_.use_totp_step(account.name, *step, clock_.now()); !used)
    return std::unexpected(used.error());
  return {};
}

bool is_good_password(std::string_view password, std::string_view name) {
  const auto length = base::count_code_points(password);
  return length >= min_password && length <= max_password && base::is_utf8(password) &&
         password.find(name) == std::string_view::npos;
}

}  // namespace wv::desk
