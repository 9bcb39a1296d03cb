// Who may use the desk, and who is using it now: accounts and sessions without a word about where they are
// kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/base/secret.h"
#include "sync/base/world.h"

namespace wv::desk {

using base::Instant;
using base::Result;

// Each may do what the one before may: lezer, moderator, publicist, beheerder.
enum class Role { Reader, Moderator, Publisher, Administrator };
std::string_view role_word(Role role);
std::optional<Role> role_from_word(std::string_view word);
inline constexpr Role all_roles[] = {Role::Reader, Role::Moderator, Role::Publisher, Role::Administrator};

// A function, not a person: "moderator-noord". Lower-case letters, digits and hyphens, 3 to 40.
bool is_account_name(std::string_view name);

struct Account {
  std::string name;
  Role role = Role::Reader;
  enum class State { Invited, Active, Disabled } state = State::Invited;
  std::string password;          // as base::hash_password writes it; empty while Invited
  base::Bytes totp_secret;       // empty while Invited
  std::string setup_code;        // likewise hashed; empty once used
  Instant setup_until{};         // after this the code is worth nothing
  std::int64_t setup_tries = 0;  // wrong ones
  Instant made_at{};
  std::optional<Instant> last_sign_in;
  std::int64_t revision = 0;  // of what was read: a change of something older is refused
};

std::string_view state_word(Account::State state);  // uitgenodigd, actief, uit

struct Session {
  base::Digest token_hash{};  // the token itself is only in the browser
  std::string account;
  Instant begun{}, last_seen{};
};

// Thread-safe. Each change is on disk when the call returns. Errors as of the database.
class Accounts {
 public:
  virtual ~Accounts() = default;
  virtual Result<> add(const Account& account) = 0;           // Invalid: the name is taken
  virtual Result<Account> find(const std::string& name) = 0;  // NotFound
  virtual Result<std::vector<Account>> all() = 0;             // by name
  virtual Result<> change(const Account& account) = 0;  // Unavailable: somebody else changed it just now
  // True once for each time step of an active account, and never for an earlier one; `now` is its last
  // sign-in.
  virtual Result<bool> use_totp_step(const std::string& name, std::int64_t step, Instant now) = 0;
  // One more wrong try of the setup code; how many there were.
  virtual Result<std::int64_t> count_setup_try(const std::string& name) = 0;

  virtual Result<> begin_session(const Session& session) = 0;
  virtual Result<Session> session(const base::Digest& token_hash) = 0;  // NotFound
  virtual Result<> seen(const base::Digest& token_hash, Instant now) = 0;
  virtual Result<> end_session(const base::Digest& token_hash) = 0;
  virtual Result<> end_sessions_of(const std::string& account) = 0;
  virtual Result<> forget_sessions_before(Instant last_seen) = 0;
};

}  // namespace wv::desk
