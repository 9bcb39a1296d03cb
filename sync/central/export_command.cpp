// Carries out an export: the rows pass by one at a time, from the desk to the disk.
#include "sync/central/export_command.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>

#include "sync/central/print.h"

namespace wv::central {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Json;

struct CloseStream {
  void operator()(std::FILE* stream) const { (void)std::fclose(stream); }
};
using Stream = std::unique_ptr<std::FILE, CloseStream>;

const relay::Table& table_of(const ExportOptions& options) {
  if (options.what == "kiosks") return relay::kiosks_table();
  return options.what == "log" ? relay::log_table() : relay::ideas_table();
}

Result<> write_all(std::FILE* stream, std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stream) == bytes.size()) return {};
  return fail(ErrorCode::Io, "the export cannot be written: is the disk full, or did its reader go away?");
}

Result<base::Secret> read_key(const ExportOptions& options, const Machine& machine) {
  if (options.contact_key.empty()) return base::Secret();
  WV_TRY(auto pem, machine.files.read(options.contact_key));
  base::Secret key{std::span<const std::uint8_t>(pem)};
  base::wipe(pem);
  return key;
}

class Exporter {
 public:
  Exporter(const ExportOptions& options, Machine& machine, const AskDesk& ask)
      : options_(options),
        machine_(machine),
        ask_(ask),
        request_{table_of(options), options.form, options.disclosure, options.filter, program_version} {}

  Result<std::string> run() {
    WV_TRY(key_, read_key(options_, machine_));
    if (options_.out != "-") return to_file();
    if (options_.form == relay::Form::Ods && ::isatty(STDOUT_FILENO) == 1)
      return fail(ErrorCode::Invalid, "a spreadsheet is no text for a terminal: name a file with --out");
    WV_TRY(const auto exported, pass_rows(stdout));
    return std::string();
  }

 private:
  Result<relay::Exported> pass_rows(std::FILE* stream) {
    const relay::DeskRows rows = [&](const std::function<bool(const Json&)>& each) {
      return ask_(Json::object({{"vraag", request_.table.question}}), [&](const Json& row) {
        if (key_.empty()) return each(row);
        Json opened = row;
        open_contact(opened, key_);
        return each(opened);
      });
    };
    return relay::write_export(request_, machine_.clock, rows,
                               [&](std::string_view bytes) { return write_all(stream, bytes); });
  }

  Result<std::string> to_file() {
    const auto file = fs::absolute(options_.out);
    const auto aside = fs::path(file) += ".nieuw";
    auto exported = write_aside(aside);
    if (!exported) {
      (void)machine_.files.remove(aside);
      return base::pass(exported, file.string());
    }
    WV_CHECK(machine_.files.rename(aside, file));
    if (options_.form == relay::Form::Csv) {
      const auto text =
          base::to_pretty_text(relay::csv_metadata(request_, *exported, file.filename().string()));
      WV_CHECK(machine_.secret_files.write(fs::path(file) += "-metadata.json", base::as_bytes(text)));
    }
    return std::to_string(exported->rows) + " rows in " + file.string() + ", sha256 " + exported->file_sha256;
  }

  Result<relay::Exported> write_aside(const fs::path& aside) {
    WV_CHECK(machine_.files.remove(aside));
    const int made = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    Stream stream(made < 0 ? nullptr : ::fdopen(made, "wb"));
    if (!stream) return fail(ErrorCode::Io, "this file cannot be made");
    WV_TRY(auto exported, pass_rows(stream.get()));
    if (std::fflush(stream.get()) != 0)
      return fail(ErrorCode::Io, "the export cannot be written: is the disk full?");
    return exported;
  }

  const ExportOptions& options_;
  Machine& machine_;
  const AskDesk& ask_;
  const relay::ExportRequest request_;
  base::Secret key_;
};

}  // namespace

ExportOptions export_of_ideas(const std::string& status, const std::string& contact_key) {
  using enum relay::Disclosure;
  return {.what = "ideas",
          .disclosure = contact_key.empty() ? WithoutPersonalData : WithPersonalData,
          .filter = {.status = status},
          .contact_key = contact_key};
}

Result<std::string> export_rows(const ExportOptions& options, Machine& machine, const AskDesk& ask) {
  return Exporter(options, machine, ask).run();
}

}  // namespace wv::central
