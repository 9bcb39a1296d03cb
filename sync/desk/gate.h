// The door of the desk: who comes in, how long a visit lasts, and how often somebody may try.
#pragma once

#include <mutex>

#include "sync/central/throttle.h"
#include "sync/desk/accounts.h"

namespace wv::desk {

struct GateLimits {
  base::Argon2Cost cost{3, 32768};
  central::Throttle::Rate tries_of_account{10, 1.0 / 60};
  central::Throttle::Rate tries_of_address{30, 1.0 / 20};
  std::chrono::minutes idle{15};
  std::chrono::hours longest{8};
  std::chrono::hours invitation{24};
  std::int64_t setup_tries = 5;
};

inline constexpr std::size_t min_password = 12, max_password = 128;

// Thread-safe. All refusals of a sign-in look alike and take the same work: Denied. Unavailable: too many
// tries.
class Gate {
 public:
  Gate(Accounts& accounts, const base::Clock& clock, base::Random& random, GateLimits limits = {});

  struct Credentials {
    std::string name;
    base::Secret password;
    std::string code;    // of this half minute
    std::string remote;  // address of the other side
  };
  // The token for the browser; a new one each time, whatever the browser brought along.
  Result<std::string> sign_in(const Credentials& credentials);

  struct Visitor {
    Account account;
    std::string form_token;  // goes with every form of this visit
    base::Digest session{};
  };
  // Denied: no such visit, or it is over, or its account may no longer come in.
  Result<Visitor> visitor(std::string_view token);
  Result<> sign_out(const Visitor& visitor);

  // A one-time code for somebody who sets a password and a phone. Invalid: name taken or no name of a
  // function.
  Result<std::string> invite(const std::string& name, Role role);
  Result<std::string> invite_again(const std::string& name);  // ends every visit of this account
  Result<> disable(const std::string& name);
  Result<> give_role(const std::string& name, Role role);

  struct Invitation {
    std::string name, setup_code, remote;
  };
  // The secret for the phone; the same one until it is set up. Denied, Unavailable as above.
  Result<base::Secret> begin_setup(const Invitation& invitation);
  // Invalid: the password is too short, too long or holds the name. Denied also when the phone's code is
  // wrong.
  Result<> finish_setup(const Invitation& invitation, const base::Secret& password, std::string_view code);

 private:
  Result<> may_try(const std::string& name, const std::string& remote);
  Result<Account> invited(const Invitation& invitation);
  Result<std::string> give_code(Account& account);

  Accounts& accounts_;
  const base::Clock& clock_;
  base::Random& random_;
  const GateLimits limits_;
  // The hash that is checked when there is no account, so that it takes as long. Made when the first one
  // knocks: its memory is no burden on a central whose desk nobody uses.
  const std::string& nobody();
  std::once_flag nobody_made_;
  std::string nobody_;
  std::mutex counting_;
  central::Throttle by_account_, by_address_;
};

bool is_good_password(std::string_view password, std::string_view name);

}  // namespace wv::desk
