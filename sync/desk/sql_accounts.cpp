// Every change is one task of the store's writer, so that it is on disk when the page says so.
#include "sync/desk/sql_accounts.h"

#include "sync/base/epoch.h"
#include "sync/central/books.h"
#include "sync/central/sql.h"

namespace wv::desk {
namespace {

using base::ErrorCode;
using base::fail;
using base::instant;
using base::millis;
using central::Books;
using central::Sql;

constexpr std::string_view account_columns =
    "SELECT naam,rol,staat,wachtwoord,telefoon,uitnodiging,uitnodiging_tot,uitnodiging_pogingen,gemaakt_op,"
    "laatst_aangemeld,herziening FROM gebruiker ";

Account::State account_state_from(std::string_view text) {
  for (const auto state : {Account::State::Invited, Account::State::Active})
    if (state_word(state) == text) return state;
  return Account::State::Disabled;
}

Account account_from(const central::SqlRows::Row& row) {
  Account account{row.text_copy(0), role_from_word(row.text(1)).value_or(Role::Reader),
                  account_state_from(row.text(2))};
  account.password = row.text(3);
  account.totp_secret = row.blob_copy(4);
  account.setup_code = row.text(5);
  account.setup_until = instant(row.integer(6));
  account.setup_tries = row.integer(7);
  account.made_at = instant(row.integer(8));
  if (!row.is_null(9)) account.last_sign_in = instant(row.integer(9));
  account.revision = row.integer(10);
  return account;
}

class SqlAccounts final : public Accounts {
 public:
  explicit SqlAccounts(central::Store& store) : store_(store) {}

  Result<> add(const Account& account) override {
    return change_tables([&](Sql& sql) -> Result<> {
      WV_TRY(const auto added,
             sql.run("INSERT INTO "
                     "gebruiker(naam,rol,staat,wachtwoord,telefoon,laatste_stap,uitnodiging,uitnodiging_tot,"
                     "uitnodiging_pogingen,gemaakt_op,herziening) VALUES($1,$2,$3,$4,$5,0,$6,$7,0,$8,1) "
                     "ON CONFLICT(naam) DO NOTHING",
                     std::string_view(account.name), role_word(account.role), state_word(account.state),
                     std::string_view(account.password), base::ByteView(account.totp_secret),
                     std::string_view(account.setup_code), millis(account.setup_until),
                     millis(account.made_at)));
      if (added == 0) return fail(ErrorCode::Invalid, "there is an account '" + account.name + "' already");
      return {};
    });
  }

  Result<Account> find(const std::string& name) override {
    WV_TRY(auto found, read("WHERE naam=$1", name));
    if (found.empty()) return fail(ErrorCode::NotFound, "no account of this name");
    return std::move(found.front());
  }

  Result<std::vector<Account>> all() override { return read("WHERE naam<>$1 ORDER BY naam", ""); }

  Result<> change(const Account& account) override {
    return change_tables([&](Sql& sql) -> Result<> {
      WV_TRY(const auto changed,
             sql.run("UPDATE gebruiker SET "
                     "rol=$3,staat=$4,wachtwoord=$5,telefoon=$6,uitnodiging=$7,uitnodiging_tot=$8,"
                     "uitnodiging_pogingen=$9,herziening=herziening+1 WHERE naam=$1 AND herziening=$2",
                     std::string_view(account.name), account.revision, role_word(account.role),
                     state_word(account.state), std::string_view(account.password),
                     base::ByteView(account.totp_secret), std::string_view(account.setup_code),
                     millis(account.setup_until), account.setup_tries));
      if (changed == 0) return fail(ErrorCode::Unavailable, "somebody else changed this account just now");
      return {};
    });
  }

  Result<bool> use_totp_step(const std::string& name, std::int64_t step, Instant now) override {
    bool fresh = false;
    WV_CHECK(change_tables([&](Sql& sql) -> Result<> {
      WV_TRY(const auto changed, sql.run("UPDATE gebruiker SET laatste_stap=$2,laatst_aangemeld=$3 "
                                         "WHERE naam=$1 AND laatste_stap<$2 AND staat='actief'",
                                         std::string_view(name), step, millis(now)));
      fresh = changed > 0;
      return {};
    }));
    return fresh;
  }

  Result<std::int64_t> count_setup_try(const std::string& name) override {
    std::int64_t tries = 0;
    WV_CHECK(change_tables([&](Sql& sql) -> Result<> {
      WV_TRY(const auto rows,
             sql.query("UPDATE gebruiker SET uitnodiging_pogingen=uitnodiging_pogingen+1 WHERE naam=$1 "
                       "RETURNING uitnodiging_pogingen",
                       std::string_view(name)));
      tries = rows.empty() ? 0 : rows.front().integer(0);
      return {};
    }));
    return tries;
  }

  Result<> begin_session(const Session& session) override {
    return run("INSERT INTO zitting(hash,gebruiker,begonnen_op,laatst_gezien) VALUES($1,$2,$3,$4)",
               base::ByteView(session.token_hash), std::string_view(session.account), millis(session.begun),
               millis(session.last_seen));
  }

  Result<Session> session(const base::Digest& token_hash) override {
    std::optional<Session> found;
    WV_CHECK(store_.look([&](Sql& sql) -> Result<> {
      found.reset();
      WV_TRY(const auto rows,
             sql.query("SELECT gebruiker,begonnen_op,laatst_gezien FROM zitting WHERE hash=$1",
                       base::ByteView(token_hash)));
      if (!rows.empty())
        found = Session{token_hash, rows.front().text_copy(0), instant(rows.front().integer(1)),
                        instant(rows.front().integer(2))};
      return {};
    }));
    if (!found) return fail(ErrorCode::NotFound, "no such session");
    return *found;
  }

  Result<> seen(const base::Digest& token_hash, Instant now) override {
    return run("UPDATE zitting SET laatst_gezien=$2 WHERE hash=$1", base::ByteView(token_hash), millis(now));
  }
  Result<> end_session(const base::Digest& token_hash) override {
    return run("DELETE FROM zitting WHERE hash=$1", base::ByteView(token_hash));
  }
  Result<> end_sessions_of(const std::string& account) override {
    return run("DELETE FROM zitting WHERE gebruiker=$1", std::string_view(account));
  }
  Result<> forget_sessions_before(Instant last_seen) override {
    return run("DELETE FROM zitting WHERE laatst_gezien<$1", millis(last_seen));
  }

 private:
  Result<> change_tables(const std::function<Result<>(Sql&)>& work) {
    return store_.change([&](Books& books) { return work(books.sql()); });
  }

  template <class... Values>
  Result<> run(std::string_view sql_text, const Values&... values) {
    return change_tables([&](Sql& sql) -> Result<> {
      WV_CHECK(sql.run(sql_text, values...));
      return {};
    });
  }

  Result<std::vector<Account>> read(std::string_view condition, std::string_view value) {
    std::vector<Account> found;
    WV_CHECK(store_.look([&](Sql& sql) -> Result<> {
      found.clear();
      WV_TRY(const auto rows, sql.query(std::string(account_columns) + std::string(condition), value));
      for (std::size_t i = 0; i < rows.size(); ++i) found.push_back(account_from(rows[i]));
      return {};
    }));
    return found;
  }

  central::Store& store_;
};

class SqlJournal final : public Journal {
 public:
  explicit SqlJournal(central::Store& store) : store_(store) {}

  Result<> note(const std::string& who, const std::string& what, Instant now) override {
    return store_.change([&](Books& books) { return books.log(who, what, now); });
  }

  Result<std::vector<JournalRow>> rows(std::int64_t before, std::size_t most) override {
    std::vector<JournalRow> found;
    WV_CHECK(store_.look([&](Sql& sql) -> Result<> {
      found.clear();
      constexpr std::int64_t from_the_newest = std::int64_t{1} << 62;
      WV_TRY(const auto rows,
             sql.query("SELECT seq,wie,wat,op FROM logboek WHERE seq<$1 ORDER BY seq DESC LIMIT $2",
                       before > 0 ? before : from_the_newest, static_cast<std::int64_t>(most)));
      for (std::size_t i = 0; i < rows.size(); ++i)
        found.push_back(
            {rows[i].integer(0), rows[i].text_copy(1), rows[i].text_copy(2), instant(rows[i].integer(3))});
      return {};
    }));
    return found;
  }

  Result<> verify() override {
    return store_.look([](Sql& sql) { return central::verify_log(sql); });
  }

 private:
  central::Store& store_;
};

}  // namespace

std::unique_ptr<Accounts> open_accounts(central::Store& store) {
  return std::make_unique<SqlAccounts>(store);
}
std::unique_ptr<Journal> open_journal(central::Store& store) {
  return std::make_unique<SqlJournal>(store);
}

}  // namespace wv::desk
