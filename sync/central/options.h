// What was asked on the command line, as a value.
#pragma once

#include <expected>
#include <string>

#include "sync/central/alerts.h"
#include "sync/central/export_options.h"
#include "sync/central/intake_options.h"
#include "sync/central/order_options.h"
#include "sync/central/retention.h"
#include "sync/central/sql_store.h"
#include "sync/central/user_options.h"

namespace wv::central {

inline constexpr const char* program_version = "wijkvenster-central 0.1.0";

// Exit codes (sysexits.h where there is one).
inline constexpr int exit_fine = 0, exit_wrong = 1, exit_usage = 2, exit_unavailable = 69, exit_io = 74,
                     exit_later = 75;

struct Options {
  enum class Verb {
    Init,
    RenewRoot,
    RootSha256,
    Publish,
    PublishAnswers,
    Serve,
    KiosksAdd,
    KiosksList,
    KiosksRevoke,
    KiosksUnblock,
    Alerts,
    Retention,
    Ideas,
    Answer,
    Supports,
    SupportsCount,
    SupportsReject,
    ExampleIdeas,
    Export,
    RelayOnce,
    RelayStatus,
    Erase,
    Users,
    Orders,
    Backup,
    Durable,
    Restore,
    Stick,
    Intake
  } verb = Verb::Serve;
  std::string repo;  // DIR of keys and published content
  StorePlace store;  // nowhere when neither --store nor --repo was given
  std::string listen = "127.0.0.1:8080";
  std::string port_file;  // where serve writes the port it got
  std::string folder;     // of content
  std::string name, channel, kiosk, reason;
  std::string code, status, text, text_en, merge_with;
  std::string file;  // of a copy
  std::string contact_key;
  ExportOptions exporting;
  IntakeOptions intake;
  UserOptions users;
  OrderOptions orders;
  AlertLimits alert_limits;
  std::filesystem::path ledger;  // of what was erased; empty: there is no place for one
  IdeasCountAs count_as = IdeasCountAs::Initiatives;
  enum class Retention { Shows, Applies } retention = Retention::Shows;
  std::string connections;  // TOML: which other systems are told what
  enum class Form { Table, Json, Csv } form = Form::Table;
  enum class AddOutput { Everything, CodeOnly } add_output = AddOutput::Everything;
  std::string url;             // of this central, as its kiosks reach it
  std::string qr_svg, qr_png;  // files for the invitation of a kiosk as a QR code
  std::string stick;           // folder of a USB stick
  enum class Qr { Nowhere, OnTerminal } qr = Qr::Nowhere;
  enum class Copy { MovesMark, OnlyCopies } copy = Copy::MovesMark;
};

// The options, or the exit code after help, the version or what was wrong has been printed.
std::expected<Options, int> parse_options(int argc, const char* const* argv);

}  // namespace wv::central
